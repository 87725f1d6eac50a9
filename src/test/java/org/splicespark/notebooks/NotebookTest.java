package org.splicespark.notebooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java notebooks run to their ends, and find what is in the VCF. */
@Tag("golden")
class NotebookTest {
  private static final Path NOTEBOOKS = Path.of("notebooks");

  @TempDir Path folder;

  private Path vcf() throws IOException {
    Path vcf = folder.resolve("scored.vcf");
    Files.write(
        vcf,
        List.of(
            "##fileformat=VCFv4.2",
            "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tS1",
            "chr1\t100\t.\tA\tG,T\t.\t.\tAC=1;OpenSpliceAI=G|ONE|0.10|0.00|0.81|0.20|1|2|-3|4,"
                + "T|ONE|0.00|0.00|0.00|0.60|0|0|0|5\tGT\t1/2",
            "chr1\t200\t.\tC\tT\t.\t.\tOpenSpliceAI=T|A%2CB|0.95|0.00|0.00|0.00|7|0|0|0;DP=3\tGT\t0/1",
            "chr2\t9\t.\tG\tA\t.\t.\tOpenSpliceAI_STATUS=A|NO_GENE\tGT\t0/1",
            "chr2\t10\t.\tGC\tAT\t.\t.\tOpenSpliceAI=AT|TWO|.|.|.|.|.|.|.|.\tGT\t0/1"));
    Files.writeString(
        folder.resolve("scored.vcf.manifest.json"),
        "{\n \"records\": 4, \"scored\": 3, \"skipped\": {\"NO_GENE\": 1, \"MNV\": 1}, \"seconds\": 1.5,\n"
            + " \"model\": {\"name\": \"m.pt\", \"flank\": 80}, \"reference\": {\"name\": \"g.fa\"},\n"
            + " \"annotation\": {\"name\": \"a.gff\"}, \"versions\": {\"splicespark\": \"1\"},\n"
            + " \"parameters\": {\"distance\": 50, \"mask\": 0}}\n");
    return vcf;
  }

  @Test
  void cellsRunAndFindTheScores() throws IOException {
    String vcf = vcf().toString();
    try (JavaNotebook cohort = new JavaNotebook(NOTEBOOKS.resolve("cohort.ipynb"), vcf)) {
      List<String> values = cohort.run();
      assertTrue(values.contains("3"), values.toString());
      assertEquals("0.95", cohort.value("alleles.agg(max(\"delta\")).first().getDouble(0)"));
      assertEquals("2", cohort.value("counts[16] + counts[19]"));
      assertEquals(
          "\"A,B\"", cohort.value("genes.where(\"strongest > 0.9\").first().getString(0)"));
      assertEquals("1", cohort.value("run.select(\"skipped.NO_GENE\").first().getLong(0)"));
      String told = cohort.query(vcf + ".alleles.parquet");
      assertEquals(
          "\"ONE 2 2 0.81\"", cohort.value("spark.sql(\"" + told + "\").first().mkString(\" \")"));
      assertEquals(2, values.stream().filter(v -> v.contains("BufferedImage")).count());
    }
    try (JavaNotebook gene = new JavaNotebook(NOTEBOOKS.resolve("gene.ipynb"), vcf)) {
      List<String> values = gene.run();
      assertTrue(values.contains("\"A,B: 1 alleles\""), values.toString());
      assertEquals("207", gene.value("strongest.first().getInt(6)"));
      assertEquals(1, values.stream().filter(v -> v.contains("BufferedImage")).count());
    }
  }
}

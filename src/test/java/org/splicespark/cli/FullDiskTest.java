package org.splicespark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.splicespark.genome.Strand;
import org.splicespark.io.FastaGenome;
import org.splicespark.testing.Dialects;
import org.splicespark.testing.Genes;
import org.splicespark.testing.MemoryGenome;
import org.splicespark.testing.OtherJvm;

/** A command whose files may not grow as a full disk's may not; in a JVM of its own. */
@Tag("spark")
class FullDiskTest {
  private static final int KILOBYTES = 48;

  @TempDir Path folder;

  private String[] createData() throws IOException {
    String bases = MemoryGenome.randomBases(new Random(3), 4000);
    Files.writeString(folder.resolve("genome.fa"), ">chr1\n" + bases + "\n");
    FastaGenome.open(folder.resolve("genome.fa")).close();
    var genes = List.of(Genes.gene("A", "chr1", Strand.PLUS, 100, 200, 400, 3500));
    Files.writeString(folder.resolve("genes.gff3"), Dialects.ENSEMBL_GFF3.text(genes));
    Map<String, String> options =
        Map.of(
            "--genome-fasta", "DIR/genome.fa",
            "--annotation-gff", "DIR/genes.gff3",
            "--train-contigs", "chr1",
            "--output-dir", "DIR/out");
    return new Invocation(folder, "create-data", options).arguments("");
  }

  @Test
  void createDataSaysInOneLineWhichFileCannotBeWrittenAndPublishesNothing() throws Exception {
    Path log = folder.resolve("log");
    Process run = OtherJvm.startWithShortFiles(KILOBYTES, Main.class, log, List.of(createData()));
    int code = run.waitFor();
    String said = Files.readString(log);
    assertEquals(Main.FAILURE, code, said);
    String last = said.lines().reduce((one, next) -> next).orElse("");
    assertTrue(last.startsWith("splicespark: " + folder.resolve("out")), said);
    assertTrue(last.endsWith(": cannot be written: File too large"), said);
    assertEquals(1, said.lines().filter(line -> line.startsWith("splicespark: ")).count(), said);
    try (var left = Files.list(folder.resolve("out"))) {
      assertEquals(List.of(), left.toList());
    }
  }
}

package org.splicespark.cli.bench.scale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.splicespark.genome.Annotation;
import org.splicespark.genome.Strand;
import org.splicespark.simulate.CohortParameters;
import org.splicespark.testing.Genes;
import org.splicespark.testing.MemoryGenome;

/** A cohort in parts, on disk and on paper. */
class PartNotesTest {
  private static final CohortParameters COHORT = new CohortParameters(4000, 30, 1);

  @TempDir Path folder;
  private final MemoryGenome genome = new MemoryGenome();

  PartNotesTest() {
    genome.with("chr1", MemoryGenome.randomBases(new Random(1), 1_000_000));
  }

  @Test
  void partsHaveAllRecordsAndThoseWithGenesHaveScores() {
    Annotation genes =
        new Annotation(
            List.of(
                Genes.gene("A", "chr1", Strand.PLUS, 0, 200, 499_000, 500_000),
                Genes.gene("B", "chr1", Strand.MINUS, 0, 200, 249_000, 250_000)));
    CohortParts cohort = CohortParts.of(genome, genes, COHORT);
    for (int count : new int[] {1, 7, 100}) {
      List<CohortParts.Part> parts = cohort.cut(count);
      assertEquals(count, parts.size());
      long records = parts.stream().mapToLong(CohortParts.Part::records).sum();
      assertEquals(cohort.records(), records);
      long scored = parts.stream().mapToLong(CohortParts.Part::scored).sum();
      assertEquals(cohort.cut(1).get(0).scored(), scored);
    }
    List<CohortParts.Part> parts = cohort.cut(100);
    assertEquals(2 * parts.get(0).records(), parts.get(0).scored());
    assertEquals(0, parts.get(99).scored());
  }

  @Test
  void theNotesGrowWithThePartsByLittleEach() throws IOException {
    long few = PartNotes.of(genome, COHORT, 10).bytes();
    long many = PartNotes.of(genome, COHORT, 200).bytes();
    assertTrue(many > few, few + " and " + many);
    assertTrue((many - few) / 190 < 2500, few + " and " + many);
  }

  @Test
  void theFileHasTheFirstRecordsOfTheCohort() throws IOException {
    Path path = folder.resolve("cohort.vcf.gz");
    CohortFile file = CohortFile.write(genome, COHORT, 300, path);
    assertEquals(300, file.records());
    try (var in = new GZIPInputStream(java.nio.file.Files.newInputStream(path))) {
      byte[] text = in.readAllBytes();
      assertEquals(file.textBytes(), text.length);
      long lines = new String(text, java.nio.charset.StandardCharsets.US_ASCII).lines().count();
      assertEquals(300 + 6, lines);
    }
    assertTrue(file.bytes() < file.textBytes());
  }
}

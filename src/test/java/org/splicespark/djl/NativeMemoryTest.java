package org.splicespark.djl;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.splicespark.genome.Annotation;
import org.splicespark.genome.Interval;
import org.splicespark.genome.Strand;
import org.splicespark.model.Compute;
import org.splicespark.model.Flank;
import org.splicespark.model.ModelSource;
import org.splicespark.model.SpliceModel;
import org.splicespark.model.Tile;
import org.splicespark.model.Tile.Edit;
import org.splicespark.testing.Genes;
import org.splicespark.testing.MemoryGenome;
import org.splicespark.testing.PtFiles;
import org.splicespark.testing.Reference;
import org.splicespark.variant.ScorerKind;
import org.splicespark.variant.ScoringParameters;
import org.splicespark.variant.VariantRecord;
import org.splicespark.variant.VariantScorer;

/** Resident memory of the process beyond the Java heap. */
@Tag("native")
class NativeMemoryTest {
  private static final int EDITS = 100;
  private static final int ALLELES = 200_000;
  private static final int CHUNK = 2000;
  private static final String SMALL_MODEL = "models/openspliceai-mane/80nt/model_80nt_rs10.pt";
  private static final int MIB = 1 << 10;

  @Test
  void tenThousandAllelesLeaveTheProcessAsLargeAsTheFirstThousandsDid() throws IOException {
    Assumptions.assumeTrue(Files.exists(Path.of("/proc/self/status")));
    byte[] weights = PtFiles.random(Flank.F400, 4);
    ModelSource source =
        new ModelSource(List.of(new ModelSource.Member("random.pt", "x", weights)), 400);
    try (SpliceModel model = DjlModels.open(source, Compute.cpu())) {
      Random random = new Random(3);
      long early = 0;
      for (int alleles = 0; alleles < 13_000; alleles += EDITS) {
        if (alleles == 3000) {
          early = nativeKilobytes();
        }
        model.edits().orElseThrow().score(tile(random));
      }
      long growth = nativeKilobytes() - early;
      // A batch's largest strip has some 3 MB: one array of each batch left behind would be 400 MB.
      assertTrue(growth < 60L * MIB, "grew by " + growth + " kB");
    }
  }

  /** Through all that an allele passes through, the heap included; prints what it measures. */
  @Test
  @Tag("wide")
  void twoHundredThousandAllelesLeaveHeapAndProcessAsLargeAsTheFirstThousandsDid()
      throws IOException {
    Assumptions.assumeTrue(Files.exists(Path.of("/proc/self/status")));
    MemoryGenome genome =
        new MemoryGenome().with("c", MemoryGenome.randomBases(new Random(5), 300_000));
    var gene = Genes.gene("G", "c", Strand.PLUS, 1000, 2000, 150_000, 299_000);
    ModelSource source = CheckpointFiles.read(Reference.path(SMALL_MODEL));
    List<String> figures = new ArrayList<>();
    long[] early = {};
    try (SpliceModel model = DjlModels.open(source, Compute.cpu())) {
      VariantScorer scorer =
          new VariantScorer(
              genome,
              new Annotation(List.of(gene)),
              ScorerKind.INCREMENTAL.of(model, genome, 64),
              new ScoringParameters(50, false, false));
      for (int alleles = 0; alleles < ALLELES; alleles += CHUNK) {
        if (alleles % (10 * CHUNK) == 0) {
          long[] now = {nativeKilobytes() / MIB, heapMebibytes()};
          early = alleles == 10 * CHUNK ? now : early;
          figures.add(alleles + " alleles: native " + now[0] + " MiB, heap " + now[1] + " MiB");
        }
        assertTrue(scorer.score(records(genome, alleles)).size() == CHUNK);
      }
    }
    long[] end = {nativeKilobytes() / MIB, heapMebibytes()};
    figures.add(ALLELES + " alleles: native " + end[0] + " MiB, heap " + end[1] + " MiB");
    figures.forEach(System.out::println);
    assertTrue(end[0] - early[0] < 100 && end[1] - early[1] < 20, figures.toString());
  }

  private static List<VariantRecord> records(MemoryGenome genome, int first) {
    List<VariantRecord> records = new ArrayList<>();
    for (int i = 0; i < CHUNK; i++) {
      int start = 1500 + (first + i) % 290_000;
      String ref = "" + (char) genome.bases(new Interval("c", start, start + 1))[0];
      String alt = i % 10 == 0 ? ref + "GTAAG" : ref.equals("A") ? "C" : "A";
      records.add(new VariantRecord("c", start, ref, List.of(alt)));
    }
    return records;
  }

  private static long heapMebibytes() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
  }

  private static Tile tile(Random random) {
    List<Edit> edits = new ArrayList<>();
    for (int i = 0; i < EDITS; i++) {
      byte[] inserted = bases(random, random.nextInt(5) == 0 ? 4 << random.nextInt(3) : 1);
      edits.add(new Edit(100 + random.nextInt(1500), 1 + random.nextInt(3), inserted, 50, 50));
    }
    return new Tile(bases(random, 2000 + 400), 2000, edits);
  }

  private static byte[] bases(Random random, int count) {
    return MemoryGenome.randomBases(random, count).getBytes(StandardCharsets.US_ASCII);
  }

  private static long nativeKilobytes() throws IOException {
    System.gc();
    return residentKilobytes() - Runtime.getRuntime().totalMemory() / 1024;
  }

  private static long residentKilobytes() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmRSS"))
        .map(line -> line.replaceAll("[^0-9]", ""))
        .mapToLong(Long::parseLong)
        .findFirst()
        .orElseThrow();
  }
}

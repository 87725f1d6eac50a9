package org.splicespark.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.splicespark.error.OutputException;
import org.splicespark.variant.SkipReason;

/** A record that the program fails at, among others. */
@Tag("spark")
class PoisonedRecordTest {
  private static final String POISON = "GATTACAGATTACA";

  @TempDir Path folder;
  private Bench bench;

  @BeforeEach
  void makeModel() throws IOException {
    bench = new Bench(folder);
    bench.opener = Openers.afraidOf(POISON);
  }

  private String poisoned(int position) {
    String ref = Bench.bases(bench.genome, "chr1", position - 1, position);
    return "chr1\t" + position + "\t.\t" + ref + "\t" + ref + POISON + "\t.\tPASS\tAC=7\n";
  }

  /** As many records in gene ONE, every so manieth of which is poisoned. */
  private String records(int count, int every) {
    StringBuilder text = new StringBuilder(VcfMaker.HEADER);
    for (int i = 0; i < count; i++) {
      int position = 1010 + i;
      String ref = Bench.bases(bench.genome, "chr1", position - 1, position);
      String alt = ref.equals("A") ? "C" : "A";
      String plain = "chr1\t" + position + "\t.\t" + ref + "\t" + alt + "\t.\tPASS\t.\n";
      text.append(i % every == every / 2 ? poisoned(position) : plain);
    }
    return text.toString();
  }

  private List<String> lines(String name) throws IOException {
    return bench.text(name).lines().filter(line -> !line.startsWith("#")).toList();
  }

  @Test
  void itComesOutUnscoredIsCountedAndKeptWithTheReasonAndTheOthersAreScoredAsEver()
      throws IOException {
    bench.write("in.vcf", records(400, 100));
    VariantReport report = bench.run("in.vcf", "out.vcf.gz").partitions(3).go();
    assertEquals(400, report.tally().records());
    assertEquals(4, report.tally().failed());
    assertEquals(4, report.tally().skipped(SkipReason.FAILED));
    assertEquals(Optional.of(bench.path("out.vcf.gz.failed.vcf").toString()), report.failed());
    assertTrue(report.tally().failures().get(0).contains("afraid of " + POISON));

    bench.opener = Openers.motif();
    bench.source = Openers.newSource();
    bench.run("in.vcf", "calm.vcf").partitions(3).go();
    List<String> calm = lines("calm.vcf");
    List<String> actual = lines("out.vcf.gz");
    List<String> expected = new ArrayList<>();
    for (String line : calm) {
      boolean poison = line.contains(POISON);
      String ref = line.split("\t")[3];
      String status = "AC=7;OpenSpliceAI_STATUS=" + ref + POISON + "|FAILED";
      expected.add(poison ? line.replaceAll("AC=7;OpenSpliceAI=[^\t]*", status) : line);
    }
    assertEquals(expected, actual);
    List<String> kept = lines("out.vcf.gz.failed.vcf");
    assertEquals(4, kept.size());
    assertTrue(kept.get(0).contains("\tAC=7;OpenSpliceAI_FAILURE=java.lang.IllegalArgument"));
    assertTrue(kept.get(0).contains("%20at%20Openers.java:"), kept.get(0));
  }

  @Test
  void whatIsKeptIsScoredWhenTheProgramIsMended() throws IOException {
    bench.write("in.vcf", records(400, 100));
    bench.run("in.vcf", "out.vcf").go();
    bench.opener = Openers.motif();
    bench.source = Openers.newSource();
    VariantReport report = bench.run("out.vcf.failed.vcf", "again.vcf").go();
    assertEquals(4, report.tally().records());
    assertTrue(report.tally().scored() >= 4);
    assertEquals(List.of("again.vcf", "out.vcf", "out.vcf.failed.vcf"), bench.leftovers());
    bench.run("in.vcf", "out.vcf").overwrite().go();
    assertFalse(Files.exists(bench.path("out.vcf.failed.vcf")), "it does not outlive its run");
  }

  @Test
  void aDiskThatIsFullForThemLeavesTheOutputOfTheRunBeforeAndItsOwn() throws IOException {
    bench.write("in.vcf", records(400, 100));
    bench.run("in.vcf", "out.vcf").go();
    String before = bench.text("out.vcf");
    String keptBefore = bench.text("out.vcf.failed.vcf");
    bench.write("in.vcf", records(400, 50));
    Files.createSymbolicLink(bench.path(".out.vcf.failed.vcf.tmp"), Path.of("/dev/full"));
    assertThrows(OutputException.class, bench.run("in.vcf", "out.vcf").overwrite()::go);
    assertEquals(before, bench.text("out.vcf"));
    assertEquals(keptBefore, bench.text("out.vcf.failed.vcf"));
    assertEquals(List.of(".out.vcf.parts", "out.vcf", "out.vcf.failed.vcf"), bench.leftovers());
    bench.run("in.vcf", "out.vcf").overwrite().resume().go();
    assertEquals(8, lines("out.vcf.failed.vcf").size());
    assertEquals(List.of("out.vcf", "out.vcf.failed.vcf"), bench.leftovers());
  }

  @Test
  void moreThanAHundredAreNoRecordsFaultAndTheirPartsAreKept() throws IOException {
    bench.write("in.vcf", records(1500, 10));
    Exception failure =
        assertThrows(Exception.class, bench.run("in.vcf", "out.vcf").partitions(3)::go);
    assertTrue(
        failure.toString().contains("the scoring of 150 of 1500 records failed"),
        failure.toString());
    assertFalse(Files.exists(bench.path("out.vcf")));
    assertFalse(Files.exists(bench.path("out.vcf.failed.vcf")));
  }

  @Test
  void aLoneRecordThatFailsIsAnErrorOfTheRun() throws IOException {
    bench.write("in.vcf", VcfMaker.HEADER + poisoned(1500));
    Exception failure = assertThrows(Exception.class, bench.run("in.vcf", "out.vcf")::go);
    assertTrue(failure.toString().contains("of 1 of 1 records failed"), failure.toString());
    assertFalse(Files.exists(bench.path("out.vcf")));
  }

  @Test
  void aTaskThatFailsForItsInputIsNotTriedAgain() throws IOException {
    String stale = "chr2\t2999\t.\tA\tC\t.\t.\tOpenSpliceAI=C|old\n";
    bench.write("in.vcf", records(40, 1000) + stale);
    Path note = bench.path("in.note");
    bench.opener = Openers.counting(note.toString());
    bench.source = Openers.newSource();
    Exception failure =
        assertThrows(Exception.class, bench.run("in.vcf", "out.vcf").partitions(1)::go);
    assertTrue(failure.getCause() instanceof org.splicespark.error.InputException);
    assertTrue(failure.getMessage().contains("has INFO/OpenSpliceAI already"));
    assertEquals(1, Files.readAllLines(note).stream().distinct().count(), "attempts");
  }
}

package org.splicespark.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.splicespark.testing.MotifModel;
import org.splicespark.variant.Outcome;
import org.splicespark.variant.Profile;
import org.splicespark.variant.ScoringParameters;
import org.splicespark.variant.SkipReason;
import org.splicespark.variant.VariantRecord;
import org.splicespark.variant.VariantScorer;
import org.splicespark.variant.WindowScorer;

/** What the job writes of what it reads. */
@Tag("spark")
class VariantJobTest {
  @TempDir Path folder;
  private Bench bench;
  private String records;

  @BeforeEach
  void makeInput() throws IOException {
    bench = new Bench(folder);
    records = new VcfMaker(bench).records(120);
    bench.write("in.vcf", VcfMaker.HEADER + records);
    Files.write(bench.path("in.bgz.vcf"), VcfMaker.bgzf(VcfMaker.HEADER + records, 700));
    Files.write(bench.path("in.gzip.vcf"), VcfMaker.gzip(VcfMaker.HEADER + records));
  }

  /** What the domain says of a record, without Spark and files. */
  private String expected(String line) {
    return Bench.INFO.text(outcomes(line));
  }

  private List<Outcome> outcomes(String line) {
    String[] columns = line.split("\t");
    List<String> alts = columns[4].equals(".") ? List.of() : List.of(columns[4].split(","));
    int start = Integer.parseInt(columns[1]) - 1;
    var scorer = new WindowScorer(new MotifModel(Openers.FLANK), bench.genome, 4);
    return new VariantScorer(bench.genome, bench.annotation, scorer, Bench.SCORING)
        .score(List.of(new VariantRecord(columns[0], start, columns[3], alts)))
        .get(0);
  }

  private static String body(String vcf) {
    return vcf.substring(vcf.indexOf(VcfMaker.COLUMNS)).split("\n", 2)[1];
  }

  @Test
  void pangolinsEntriesAndHeaderComeOutOfItsProfile() throws IOException {
    bench.opener = Openers.tissues();
    VariantReport report = bench.run("in.vcf", "out.vcf").profile(Profile.PANGOLIN).go();
    List<String> infos = body(bench.text("out.vcf")).lines().map(l -> l.split("\t")[7]).toList();
    String entry = "[A-Z,%0-9]+(\\|-?\\d+:-?\\d\\.\\d{1,2}){2}\\|Warnings:";
    assertTrue(report.tally().scored() > 20);
    assertEquals(
        report.tally().scored(),
        infos.stream()
            .flatMap(info -> Arrays.stream(info.split(";")))
            .filter(field -> field.startsWith("Pangolin="))
            .flatMap(field -> Arrays.stream(field.substring("Pangolin=".length()).split(",")))
            .filter(text -> text.matches(entry))
            .count());
    assertTrue(bench.text("out.vcf").contains("##INFO=<ID=Pangolin,Number=.,Type=String,"));
    assertTrue(infos.stream().anyMatch(info -> info.contains("|LATER_ALT")));
  }

  @ParameterizedTest
  @CsvSource({
    "in.vcf,1,16",
    "in.vcf,2,1",
    "in.vcf,7,16",
    "in.bgz.vcf,1,1",
    "in.bgz.vcf,7,16",
    "in.gzip.vcf,2,16"
  })
  void everyRecordGetsWhatTheDomainSaysHoweverItIsCut(String input, int parts, int batchSize)
      throws IOException {
    VariantReport report = bench.run(input, "out.vcf").partitions(parts).batchSize(batchSize).go();
    String[] before = records.split("\n");
    String[] after = body(bench.text("out.vcf")).split("\n");
    assertEquals(parts, report.parts());
    assertEquals(before.length, after.length);
    for (int i = 0; i < before.length; i++) {
      String[] columns = before[i].split("\t");
      String added = expected(before[i]);
      columns[7] = columns[7].equals(".") ? added : columns[7] + ";" + added;
      assertEquals(String.join("\t", columns), after[i]);
    }
  }

  @Test
  void theFileIsTheSameToTheByteHoweverTheInputIsCompressedCutAndBatched() throws IOException {
    byte[] first = null;
    for (String input : List.of("in.vcf", "in.bgz.vcf", "in.gzip.vcf")) {
      for (int parts : new int[] {1, 2, 7}) {
        int batchSize = parts == 2 ? 1 : 16;
        bench.run(input, "out.vcf").partitions(parts).batchSize(batchSize).overwrite().go();
        byte[] bytes = Files.readAllBytes(bench.path("out.vcf"));
        first = first == null ? bytes : first;
        assertEquals(new String(first), new String(bytes), input + " in " + parts);
      }
    }
  }

  @Test
  void theHeaderIsTheInputsOwnWithOursAndTheContigsThatItLacks() throws IOException {
    bench.run("in.vcf", "out.vcf").go();
    String text = bench.text("out.vcf");
    String header = text.substring(0, text.indexOf(VcfMaker.COLUMNS));
    assertTrue(header.startsWith(VcfMaker.META), header);
    List<String> added = header.substring(VcfMaker.META.length()).lines().toList();
    assertEquals(3, added.size());
    assertTrue(added.get(0).startsWith("##INFO=<ID=OpenSpliceAI,Number=.,Type=String,"), header);
    assertTrue(added.get(0).contains("a test"), header);
    assertTrue(added.get(1).startsWith("##INFO=<ID=OpenSpliceAI_STATUS,"), header);
    assertEquals("##contig=<ID=chr1,length=6000>", added.get(2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n"})
  void withoutOurEntriesTheOutputIsTheInput(String newline) throws IOException {
    String text = (VcfMaker.HEADER + records).replace("\n", newline);
    for (String end : List.of("", newline)) {
      String input = text.strip() + end;
      bench.write("in.vcf", input);
      bench.run("in.vcf", "out.vcf").partitions(4).overwrite().go();
      String output = bench.text("out.vcf");
      assertNotEquals(input, output);
      assertEquals(input, VcfMaker.stripped(output));
    }
  }

  @Test
  void fiveHundredSamplesPassThrough() throws IOException {
    String names = IntStream.range(0, 500).mapToObj(i -> "\tS" + i).collect(Collectors.joining());
    StringBuilder text = new StringBuilder(VcfMaker.META + VcfMaker.COLUMNS + "\tFORMAT" + names);
    text.append('\n');
    for (String line : records.split("\n")) {
      text.append(line).append("\tGT:X");
      for (int i = 0; i < 500; i++) {
        text.append('\t').append(i % 3 == 0 ? "0|1:." : "./.:" + (i + line.length()));
      }
      text.append('\n');
    }
    bench.write("in.vcf", text.toString());
    bench.run("in.vcf", "out.vcf").partitions(7).go();
    String output = bench.text("out.vcf");
    assertEquals(text.toString(), VcfMaker.stripped(output));
    assertTrue(output.contains("OpenSpliceAI="));
  }

  @Test
  void theCountsAddUpToAlternatesTimesGenes() throws IOException {
    VariantReport report = bench.run("in.vcf", "out.vcf").go();
    List<Outcome> all = records.lines().flatMap(line -> outcomes(line).stream()).toList();
    assertEquals(120, report.tally().records());
    assertEquals(all.size(), report.tally().outcomes());
    assertEquals(
        all.stream().filter(Outcome.Scored.class::isInstance).count(), report.tally().scored());
    for (SkipReason reason : SkipReason.values()) {
      long expected =
          all.stream()
              .filter(o -> o instanceof Outcome.Skipped skipped && skipped.reason() == reason)
              .count();
      assertEquals(expected, report.tally().skipped(reason), reason.name());
    }
    for (SkipReason reason : List.of(SkipReason.SYMBOLIC, SkipReason.STAR, SkipReason.NO_GENE)) {
      assertTrue(report.tally().skipped(reason) > 0, reason + " was not tried");
    }
  }

  @Test
  void compatModeAsksForOneOutcomePerAlternateAndGeneAtPos() throws IOException {
    VariantReport report =
        bench.run("in.vcf", "out.vcf").scoring(new ScoringParameters(50, true, true)).go();
    long expected = 0;
    for (String line : records.split("\n")) {
      String[] columns = line.split("\t");
      int at = Integer.parseInt(columns[1]) - 1;
      long genes =
          bench.annotation.genes().stream()
              .filter(g -> g.contig().equals(columns[0]))
              .filter(g -> g.span().start() <= at && at < g.span().end())
              .count();
      expected += columns[4].split(",").length * Math.max(1, genes);
    }
    assertEquals(expected, report.tally().outcomes());
    assertTrue(report.tally().skipped(SkipReason.MNV) > 0);
    assertTrue(report.tally().skipped(SkipReason.CONTIG_END) > 0);
  }

  @Test
  void linesThatAreNoRecordsAreCarriedThroughAndCounted() throws IOException {
    String[] lines = records.split("\n");
    lines[10] = "chr1\tno number\t.\tA\tC\t.\t.\t.";
    lines[50] = "too\tfew";
    lines[119] = "";
    String text = VcfMaker.HEADER + String.join("\n", lines) + "\n";
    bench.write("in.vcf", text);
    VariantReport report = bench.run("in.vcf", "out.vcf").partitions(5).go();
    assertEquals(text, VcfMaker.stripped(bench.text("out.vcf")));
    assertEquals(3, report.tally().skipped(SkipReason.BAD_RECORD));
    assertEquals(120, report.tally().records());
    assertEquals(3, report.tally().badLines().size());
    assertTrue(report.tally().badLines().get(1).contains("too few"));
    assertEquals(Optional.of(bench.path("out.vcf.bad-lines.txt").toString()), report.badLines());
    List<String> kept = Files.readAllLines(bench.path("out.vcf.bad-lines.txt"));
    assertEquals(
        List.of(lines[10], lines[50], lines[119]),
        kept.stream().map(line -> line.substring(line.indexOf('\t') + 1)).toList());
    assertTrue(kept.stream().allMatch(line -> line.indexOf('\t') > 5), "each says what is wrong");
    bench.write("in.vcf", VcfMaker.HEADER + records);
    bench.run("in.vcf", "out.vcf").overwrite().go();
    assertFalse(Files.exists(bench.path("out.vcf.bad-lines.txt")), "it does not outlive its run");
  }

  @Test
  void recordsOnContigsThatTheReferenceLacksSayIt() throws IOException {
    bench.write("in.vcf", VcfMaker.HEADER + records + "chrUn\t5\t.\tA\tC,G\t.\t.\t.\n");
    VariantReport report = bench.run("in.vcf", "out.vcf").go();
    assertEquals(2, report.tally().skipped(SkipReason.CONTIG_UNKNOWN));
    assertTrue(
        bench.text("out.vcf").endsWith("OpenSpliceAI_STATUS=C|CONTIG_UNKNOWN,G|CONTIG_UNKNOWN\n"));
  }

  @Test
  void theOtherSpellingOfAContigIsUnderstood() throws IOException {
    bench.write("in.vcf", (VcfMaker.HEADER + records).replace("chr", ""));
    bench.write("in.chr.vcf", VcfMaker.HEADER + records);
    bench.run("in.vcf", "out.vcf").go();
    bench.run("in.chr.vcf", "out.chr.vcf").go();
    assertEquals(body(bench.text("out.chr.vcf")).replace("chr", ""), body(bench.text("out.vcf")));
  }

  @Test
  void anInputWithoutRecordsGivesAHeader() throws IOException {
    bench.write("in.vcf", VcfMaker.HEADER);
    VariantReport report = bench.run("in.vcf", "out.vcf.gz").go();
    assertEquals(0, report.tally().records());
    assertEquals(VcfMaker.HEADER, VcfMaker.stripped(bench.text("out.vcf.gz")));
  }

  @Test
  void oldEntriesAreReplacedWhenThatIsAskedFor() throws IOException {
    bench.run("in.vcf", "out.vcf").go();
    String once = bench.text("out.vcf");
    bench.write("in.vcf", once.replace("|GTAAG", "|stale"));
    bench.run("in.vcf", "again.vcf").overwriteExisting().go();
    assertEquals(once, sorted(bench.text("again.vcf")));
    assertFalse(new String(bench.stdout.toByteArray(), StandardCharsets.UTF_8).contains("chr"));
  }

  /** Our header lines stand after the contigs then; put them where they were. */
  private static String sorted(String text) {
    String contig = "##contig=<ID=chr1,length=6000>\n";
    String without = text.replace(contig, "");
    return without.replace(VcfMaker.COLUMNS, contig + VcfMaker.COLUMNS);
  }
}

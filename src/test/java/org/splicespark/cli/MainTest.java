package org.splicespark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import htsjdk.samtools.util.BlockCompressedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.splicespark.model.Flank;
import org.splicespark.testing.MemoryGenome;
import org.splicespark.testing.PtFiles;
import org.splicespark.testing.SharedSpark;

/** Command lines and inputs that are wrong: how it ends, and what is said. */
@Tag("spark")
class MainTest {
  private static final String HEADER =
      "##fileformat=VCFv4.2\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n";
  private static final String TABLE =
      "#NAME\tCHROM\tSTRAND\tTX_START\tTX_END\tEXON_START\tEXON_END\n";

  @TempDir static Path folder;

  @BeforeAll
  static void makeInputs() throws IOException {
    SharedSpark.session();
    String bases = MemoryGenome.randomBases(new Random(3), 2000);
    write("genome.fa", ">chr1\n" + bases + "\n");
    write("genome.fa.fai", "chr1\t2000\t6\t2000\t2001\n");
    write("unindexable.fa", ">chr1\n" + bases + "\n");
    // Where the index would be there is something that cannot be replaced by a file.
    Files.createDirectories(folder.resolve("unindexable.fa.fai/x"));
    write("prose.fa", "Call me Ishmael.\n");
    write("genes.txt", TABLE + "G\tchr1\t+\t100\t900\t100,500,\t300,900,\n");
    write("other-genes.txt", TABLE + "G\tchr9\t+\t100\t900\t100,500,\t300,900,\n");
    write("long-genes.txt", TABLE + "G\tchr1\t+\t100\t9000\t100,500,\t300,9000,\n");
    write("prose.txt", "Call me Ishmael.\n");
    write("empty", "");
    String body = "chr1\t150\t.\t" + bases.charAt(149) + "\tN\t.\t.\t.\n";
    String good = HEADER + body.repeat(200);
    write("good.vcf", good);
    write("headless.vcf", body);
    write("other.vcf", good.replace("chr1\t", "chr9\t"));
    String declared = "##contig=<ID=chr9>\n#CHROM";
    write("declared.vcf", good.replace("chr1\t", "chr9\t").replace("#CHROM", declared));
    write("annotated.vcf", good.replace("#CHROM", "##INFO=<ID=OpenSpliceAI,Number=1>\n#CHROM"));
    byte[] bgzf = bgzf(good);
    Files.write(folder.resolve("cut.bgzf.vcf.gz"), Arrays.copyOf(bgzf, bgzf.length - 28));
    Files.write(folder.resolve("cut.block.vcf.gz"), Arrays.copyOf(bgzf, bgzf.length - 40));
    byte[] gzip = gzip(good);
    Files.write(folder.resolve("cut.gzip.vcf.gz"), Arrays.copyOf(gzip, gzip.length - 20));
    write("old.vcf", "old");
    Files.createDirectories(folder.resolve("full"));
    write("full/thesis", "mine");
    Files.createDirectories(folder.resolve("no-models"));
    Files.createDirectories(folder.resolve("mixed"));
    Files.write(folder.resolve("model.pt"), PtFiles.random(Flank.F80, 1));
    Files.write(folder.resolve("mixed/a.pt"), PtFiles.random(Flank.F80, 1));
    Files.write(folder.resolve("mixed/b.pt"), PtFiles.random(Flank.F400, 1));
  }

  private static void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private static byte[] bgzf(String text) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var blocks = new BlockCompressedOutputStream(out, (Path) null)) {
      blocks.write(text.getBytes(UTF_8));
    }
    return out.toByteArray();
  }

  private static byte[] gzip(String text) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(text.getBytes(UTF_8));
    }
    return out.toByteArray();
  }

  private static Ended run(String... arguments) {
    return Ended.of(arguments);
  }

  private static Invocation variant() {
    Map<String, String> options =
        Map.of(
            "-R", "DIR/genome.fa",
            "-A", "DIR/genes.txt",
            "-m", "DIR/model.pt",
            "-I", "DIR/good.vcf",
            "-O", "DIR/out.vcf");
    return new Invocation(folder, "variant", options);
  }

  private static String[] variant(String changes) {
    return variant().arguments(changes);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "'' # Missing required subcommand",
        "frobnicate # 'frobnicate'",
        "--frobnicate # --frobnicate",
      })
  void aCommandLineWithoutACommandOrWithAnUnknownWordIsUsage(String line, String fragment) {
    run(line.isEmpty() ? new String[0] : line.split(" ")).requireUsage(fragment);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "-R=none # '--reference=FASTA'",
        "-A=none # '--annotation=FILE'",
        "-m=none # '--model=PATH'",
        "-D=0 # --distance must be 1 to 4999, not 0",
        "-D=5000 # --distance must be 1 to 4999, not 5000",
        "-D=x # '--distance': 'x' is not an int",
        "--frobnicate # '--frobnicate'",
        "more # 'more'",
        "-M=2 # --mask must be 0 or 1, not 2",
        "--precision=10 # decimals must be 0 to 9, not 10",
        "--precision=-1 # decimals must be 0 to 9, not -1",
        "--info-key=1A # not an INFO key of a VCF: 1A",
        "--info-key=A;B # not an INFO key of a VCF: A;B",
        "--batch-size=0 # --batch-size must be at least 1",
        "--partitions=-1 # --partitions at least 0",
        "--device=gpu # --device must be auto, cpu or cuda:N, not gpu",
        "--conf=x # KEY=VALUE",
        "-I=- --resume # --resume needs an input that is a file",
        "-O=- --resume # --resume needs",
      })
  void anOptionThatIsMissingOrOutOfRangeIsUsage(String changes, String fragment)
      throws IOException {
    Map<String, Long> before = variant().files();
    variant().run(changes).requireUsage(fragment);
    assertEquals(before, variant().files());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "-R=DIR/none.fa # none.fa: no such file",
        "-R=DIR/empty # empty is empty",
        "-R=DIR/prose.fa # prose.fa is no FASTA file",
        "-R=DIR/unindexable.fa # no index and none can be written beside it; run: samtools faidx",
        "-A=DIR/none.txt # none.txt: no such file",
        "-A=DIR/empty # no gene in",
        "-A=DIR/prose.txt # prose.txt",
        "-A=DIR/good.vcf # good.vcf",
        "-A=DIR/other-genes.txt # the annotation has chr9, the reference chr1",
        "-A=DIR/long-genes.txt # gene G ends at 9000 but the reference's chr1 has 2000 bases",
        "-m=DIR/none.pt # none.pt: no such file",
        "-m=DIR/genes.txt # genes.txt",
        "-m=DIR/empty # empty",
        "-m=DIR/no-models # the directory has no .pt, .pth, .h5 or .pb file",
        "-m=DIR/mixed # a.pt has 80 and b.pt has 400",
        "-I=DIR/none.vcf # none.vcf: no such file",
        "-I=DIR/no-models # no-models: is not a regular file",
        "-I=DIR/empty # empty: empty file, not a VCF",
        "-I=DIR/prose.txt # line 1: not a VCF",
        "-I=DIR/headless.vcf # line 1: not a VCF",
        "-I=DIR/genome.fa # line 1: not a VCF",
        "-I=DIR/cut.bgzf.vcf.gz # cut.bgzf.vcf.gz: truncated after about byte",
        "-I=DIR/cut.block.vcf.gz # cut.block.vcf.gz: truncated after about byte",
        "-I=DIR/cut.gzip.vcf.gz # cut.gzip.vcf.gz: truncated or damaged after about byte",
        "-I=DIR/declared.vcf # (the VCF has chr9, the reference chr1)",
        "-I=DIR/annotated.vcf # the header declares INFO/OpenSpliceAI already",
        "-O=DIR/good.vcf # good.vcf: exists; give --overwrite to replace it",
        "-O=DIR/old.vcf/out.vcf # cannot be written",
        "-O=/proc/none/out.vcf # /proc/none/.out.vcf.parts: cannot be written",
        "-O=DIR/out.txt # out.txt: an output ends in .vcf, .vcf.gz or .vcf.bgz",
        "-O=DIR/out # out: an output ends in",
        "-O=/ # /: an output ends in",
        "-O=DIR/full/ --overwrite # thesis in it is no shard",
        "-O=DIR/full --overwrite # full: an output ends in",
      })
  void anInputThatCannotBeUsedIsToldInOneLine(String changes, String fragment) throws IOException {
    Map<String, Long> before = variant().files();
    variant().run(changes).requireInput(fragment);
    assertEquals(before, variant().files());
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "--version", "variant --help", "variant --version", "help"})
  void helpAndVersionGoToStandardOutput(String line) {
    Ended ended = run(line.split(" "));
    assertEquals(0, ended.code(), ended.err());
    assertEquals("", ended.err());
    assertTrue(ended.out().contains("splicespark"), ended.out());
    assertFalse(ended.out().contains("${"), ended.out());
  }

  @Test
  void whatATaskReportsAsTextIsFoundToo() {
    var wrapped =
        new RuntimeException(
            "Job aborted: Lost task 0.3\norg.splicespark.error.InputException: a.vcf: bad\n\tat x");
    assertEquals("a.vcf: bad", Main.inputProblem(new RuntimeException(wrapped)).orElse(null));
    assertTrue(Main.inputProblem(new RuntimeException("out of memory")).isEmpty());
  }

  @Test
  void aSessionThatWasThereBeforeIsNotStopped() {
    run(variant("-I=DIR/empty"));
    assertFalse(SharedSpark.context().sc().isStopped());
  }

  @Test
  @Tag("native")
  void aRunWritesTheVcfItsIndexItsManifestAndItsSummary() throws IOException {
    Path made = Files.createDirectories(folder.resolve("made"));
    Ended ended = run(variant("-O=DIR/made/out.vcf.gz --summary=DIR/made/out.tsv"));
    assertEquals(0, ended.code(), ended.err());
    assertEquals("", ended.out());
    try (var files = Files.list(made)) {
      assertEquals(
          List.of("out.tsv", "out.vcf.gz", "out.vcf.gz.manifest.json", "out.vcf.gz.tbi"),
          files.map(file -> file.getFileName().toString()).sorted().toList());
    }
    assertTrue(Files.readString(made.resolve("out.tsv")).contains("SCORED\t200\t"));
    assertTrue(
        Files.readString(made.resolve("out.vcf.gz.manifest.json")).contains("\"records\" : 200"));
  }

  @Test
  @Tag("native")
  void standardOutputGetsTheVcfAndNothingElse() {
    Ended ended = run(variant("-O=none"));
    assertEquals(0, ended.code(), ended.err());
    assertTrue(ended.out().startsWith("##fileformat=VCFv4.2\n"), ended.out());
    assertEquals(200, ended.out().lines().filter(line -> line.startsWith("chr1\t150\t")).count());
    assertTrue(ended.out().lines().allMatch(l -> l.startsWith("#") || l.startsWith("chr1\t")));
  }

  @Test
  @Tag("native")
  void aDiskThatIsFullIsOneLineAndAnExitCodeAndNothingStandsUnderTheOutputsName()
      throws IOException {
    Path made = Files.createDirectories(folder.resolve("nospace"));
    Files.createSymbolicLink(made.resolve(".out.vcf.tmp"), Path.of("/dev/full"));
    Ended ended = run(variant("-O=DIR/nospace/out.vcf"));
    assertEquals(Main.FAILURE, ended.code(), ended.err());
    String last = ended.err().lines().reduce("", (one, next) -> next);
    assertEquals(
        "splicespark: " + made + "/.out.vcf.tmp: cannot be written: No space left on device", last);
    assertFalse(ended.err().contains("Exception"), ended.err());
    assertFalse(Files.exists(made.resolve("out.vcf")));
  }

  @Test
  @Tag("native")
  void aStandardOutputThatCannotBeWrittenIsNoSuccess() {
    var full =
        new java.io.OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("no space left");
          }
        };
    var err = new ByteArrayOutputStream();
    PrintStream to = new PrintStream(err, true, UTF_8);
    assertEquals(Main.FAILURE, Main.run(new PrintStream(full), to, variant("-O=none")));
    assertTrue(err.toString(UTF_8).contains("standard output could not be written"));
  }
}

package org.splicespark.io;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import htsjdk.samtools.util.BlockCompressedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.splicespark.error.InputException;
import org.splicespark.genome.Genome;
import org.splicespark.genome.Interval;

class FastaGenomeTest {
  private static final String SMALL = ">chr2 second first\nACGTA\nCGTac\ngtRY\n>chr1\nNNNNN\nGG\n";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"g.fa", "g.fasta", "g.fna", "g.fa.gz", "g.fasta.gz", "g.fna.gz"})
  void contigsStandInTheFilesOrderWithTheirLengths(String name) throws IOException {
    try (Genome genome = FastaGenome.open(write(name, SMALL))) {
      assertEquals(List.of("chr2", "chr1"), List.copyOf(genome.contigs().keySet()));
      assertEquals(14, genome.contigs().get("chr2"));
      assertEquals(7, genome.contigs().get("chr1"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"g.fa", "g.fa.gz"})
  void basesAreUpperCaseAndIupacCodesStay(String name) throws IOException {
    try (Genome genome = FastaGenome.open(write(name, SMALL))) {
      assertEquals("ACGTACGTACGTRY", bases(genome, "chr2", 0, 14));
      assertEquals("ACGT", bases(genome, "chr2", 4, 8).substring(0, 4));
      assertEquals("Y", bases(genome, "chr2", 13, 14));
      assertEquals("NGG", bases(genome, "chr1", 4, 7));
      assertEquals("", bases(genome, "chr1", 3, 3));
    }
  }

  @Test
  void windowsLineEndsAreNoBases() throws IOException {
    try (Genome genome = FastaGenome.open(write("g.fa", SMALL.replace("\n", "\r\n")))) {
      assertEquals("ACGTACGTACGTRY", bases(genome, "chr2", 0, 14));
      assertEquals("NNNNNGG", bases(genome, "chr1", 0, 7));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {">a\nACGT\nAC", ">a\nACGTAC", ">a\n\nACGT\nAC\n\n\n", ">a x\r\nACG\r\nTAC"})
  void emptyLinesAndAMissingLastLineEndDoNotMatter(String text) throws IOException {
    for (String name : List.of("g.fa", "g.fa.gz")) {
      try (Genome genome = FastaGenome.open(write(name, text))) {
        assertEquals(6, genome.contigs().get("a"));
        assertEquals("TAC", bases(genome, "a", 3, 6));
      }
    }
  }

  @Test
  void aContigMayHaveNoBases() throws IOException {
    try (Genome genome = FastaGenome.open(write("g.fa", ">a\n>b\nAC\n>c\n"))) {
      assertEquals("{a=0, b=2, c=0}", genome.contigs().toString());
      assertEquals("AC", bases(genome, "b", 0, 2));
      assertEquals("", bases(genome, "c", 0, 0));
    }
  }

  @ParameterizedTest
  @CsvSource({"-3, 2, NNNAC", "12, 17, RYNNN", "-2, 16, NNACGTACGTACGTRYNN", "20, 23, NNN"})
  void whatIsBeyondTheContigsEndsIsN(int start, int end, String expected) throws IOException {
    try (Genome genome = FastaGenome.open(write("g.fa", SMALL))) {
      assertEquals(expected, new String(genome.basesPadded("chr2", start, end), US_ASCII));
    }
  }

  @Test
  void anIntervalThatLeavesItsContigIsRefused() throws IOException {
    try (Genome genome = FastaGenome.open(write("g.fa", SMALL))) {
      assertThrows(IllegalArgumentException.class, () -> bases(genome, "chr1", 0, 8));
      assertThrows(IllegalArgumentException.class, () -> bases(genome, "chr3", 0, 1));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"g.fa", "g.fa.gz"})
  void anyStretchOfALargeContigIsWhatWasWritten(String name) throws IOException {
    String contig = randomBases(900_000);
    Path path = write(name, ">small\nAC\n>large\n" + wrapped(contig, 70) + ">end\nGT\n");
    Random random = new Random(3);
    try (Genome genome = FastaGenome.open(path)) {
      for (int i = 0; i < 200; i++) {
        int start = random.nextInt(contig.length());
        int end = Math.min(contig.length(), start + random.nextInt(i % 20 == 0 ? 700_000 : 9_000));
        assertEquals(contig.substring(start, end), bases(genome, "large", start, end));
      }
      assertEquals("GT", bases(genome, "end", 0, 2));
    }
  }

  @Test
  void manyThreadsReadTheSameBases() throws IOException {
    String contig = randomBases(2_000_000);
    try (Genome genome = FastaGenome.open(write("g.fa", ">c\n" + wrapped(contig, 60)))) {
      boolean same =
          IntStream.range(0, 400)
              .parallel()
              .map(i -> i * 7919 % 1_900_000)
              .allMatch(s -> contig.substring(s, s + 5000).equals(bases(genome, "c", s, s + 5000)));
      assertTrue(same);
    }
  }

  @Test
  void aMissingIndexIsMadeBesideTheFileAndNothingElseIsLeft() throws IOException {
    FastaGenome.open(write("g.fa", SMALL)).close();
    assertEquals(
        "chr2\t14\t19\t5\t6\nchr1\t7\t42\t5\t6\n", Files.readString(folder.resolve("g.fa.fai")));
    FastaGenome.open(write("h.fa.gz", SMALL)).close();
    assertEquals(List.of("g.fa", "g.fa.fai", "h.fa.gz", "h.fa.gz.fai", "h.fa.gz.gzi"), listed());
  }

  @Test
  void anIndexThatIsThereIsUsedAndNotWrittenAgain() throws IOException {
    Path path = write("g.fa", SMALL);
    Path index = folder.resolve("g.fa.fai");
    Files.writeString(index, "chr2\t14\t19\t5\t6\n");
    assertThrows(InputException.class, () -> FastaGenome.open(write("h.fa", "")));
    try (Genome genome = FastaGenome.open(path)) {
      assertEquals(List.of("chr2"), List.copyOf(genome.contigs().keySet()));
    }
    assertEquals("chr2\t14\t19\t5\t6\n", Files.readString(index));
  }

  @ParameterizedTest
  @CsvSource({"g.fa, g.fa.fai", "g.fa.gz, g.fa.gz.fai", "g.fa.gz, g.fa.gz.gzi"})
  void whereNoIndexCanBeWrittenTheMessageSaysWhatToRun(String name, String blocked)
      throws IOException {
    Path path = write(name, SMALL);
    Files.createDirectory(folder.resolve(blocked));
    String message = refused(path);
    assertTrue(message.contains("samtools faidx " + path), message);
    try (Stream<Path> files = Files.list(folder)) {
      assertFalse(files.anyMatch(file -> file.toString().endsWith(".tmp")));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "chr2\t14\t19\t5\t6\\nchr1\t70\t42\t5\t6 | chr1 ends after the file",
        "chr2\t14\t19\t5\t6\\nchr1\t7\t41\t5\t6 | chr1 is not where",
        "chr2\t14\t19\t5\t6\\nchr9\t7\t42\t5\t6 | chr9 is not where",
        "chr2\t14\t19\t0\t0\\nchr1\t7\t42\t5\t6 | chr2 has lines of no length",
        "chr2\t14\t19 | no FASTA index",
        "rubbish | no FASTA index",
      })
  void anIndexOfAnotherFileIsRefused(String index, String fragment) throws IOException {
    for (String name : List.of("g.fa", "g.fa.gz")) {
      Path path = write(name, SMALL);
      Files.writeString(folder.resolve(name + ".fai"), index.replace("\\n", "\n") + "\n");
      String message = refused(path);
      assertTrue(message.contains(fragment) && message.contains(name), message);
    }
  }

  @Test
  void aBlockIndexOfAnotherFileIsRefused() throws IOException {
    Path path = write("g.fa.gz", ">c\n" + wrapped(randomBases(300_000), 60));
    FastaGenome.open(path).close();
    Files.write(folder.resolve("g.fa.gz.gzi"), new byte[] {1, 0, 0});
    assertTrue(refused(path).contains("g.fa.gz.gzi"));
    Path other = write("o.fa.gz", ">c\n" + wrapped(randomBases(600_000), 60));
    FastaGenome.open(other).close();
    Files.copy(folder.resolve("o.fa.gz.gzi"), folder.resolve("p.fa.gz.gzi"));
    assertTrue(refused(write("p.fa.gz", ">c\nACGT\n")).contains("p.fa.gz"));
  }

  @Test
  void aFastaThatWasCutOffAfterItWasIndexedIsRefused() throws IOException {
    Path path = write("g.fa", SMALL);
    FastaGenome.open(path).close();
    Files.writeString(path, SMALL.substring(0, SMALL.length() - 2));
    assertTrue(refused(path).contains("chr1 ends after the file"));
  }

  @Test
  void gzipIsNotBgzip() throws IOException {
    Path path = folder.resolve("g.fa.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(path))) {
      out.write(SMALL.getBytes(US_ASCII));
    }
    String message = refused(path);
    assertTrue(message.contains("bgzip " + folder.resolve("g.fa")), message);
  }

  @Test
  void whatIsNoFastaIsRefusedByName() throws IOException {
    assertTrue(refused(folder.resolve("no.fa")).contains("no such FASTA file: "));
    assertTrue(refused(folder).contains("no such FASTA file: "));
    assertTrue(refused(write("e.fa", "")).contains("e.fa is empty"));
    assertTrue(refused(write("e.fa.gz", "")).contains("e.fa.gz is empty"));
    assertTrue(refused(write("v.fa", "##fileformat=VCFv4.2\n")).contains("v.fa is no FASTA"));
    assertTrue(
        refused(write("r.fa", ">a\nAC\nACGT\nA\n")).contains("r.fa, line 3: lines of contig a"));
    assertTrue(
        refused(write("s.fa", ">a\nAC\nA\nAC\n")).contains("s.fa, line 4: lines of contig a"));
    assertTrue(
        refused(write("n.fa", ">a\nAC\n> b\nAC\n")).contains("n.fa, line 3: a contig without"));
    assertTrue(refused(write("t.fa", ">a\nAC\n>a\nAC\n")).contains("t.fa"));
  }

  private static String refused(Path path) {
    String message = assertThrows(InputException.class, () -> FastaGenome.open(path)).getMessage();
    assertEquals(1, message.lines().count(), message);
    return message;
  }

  private static String bases(Genome genome, String contig, int start, int end) {
    byte[] bases = genome.bases(new Interval(contig, start, end));
    assertArrayEquals(bases, genome.bases(new Interval(contig, start, end)));
    return new String(bases, US_ASCII);
  }

  private List<String> listed() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private Path write(String name, String text) throws IOException {
    Path path = folder.resolve(name);
    OutputStream file = Files.newOutputStream(path);
    try (OutputStream out =
        name.endsWith(".gz") ? new BlockCompressedOutputStream(file, (Path) null) : file) {
      out.write(text.getBytes(US_ASCII));
    }
    return path;
  }

  private static String randomBases(int length) {
    Random random = new Random(length);
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append("ACGTN".charAt(random.nextInt(5)));
    }
    return text.toString();
  }

  private static String wrapped(String bases, int width) {
    return bases.replaceAll("(.{" + width + "})", "$1\n") + "\n";
  }
}

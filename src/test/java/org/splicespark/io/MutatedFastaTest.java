package org.splicespark.io;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import htsjdk.samtools.util.BlockCompressedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.splicespark.genome.Genome;
import org.splicespark.genome.Interval;
import org.splicespark.testing.MemoryGenome;
import org.splicespark.testing.Mutations;
import org.splicespark.testing.Readings;

/** Genomes and indexes that are damaged: the bases that the FASTA has, or one line names it. */
class MutatedFastaTest {
  private static final int FILES = 250;
  private static final List<String> WORDS =
      List.of(
          "",
          "\n",
          "\r\n",
          "\r",
          ">",
          ">chr1",
          "\n>chr1\n",
          "\n>\n",
          "\t",
          "0",
          "1",
          "-1",
          "4",
          "5",
          "6",
          "61",
          "60",
          "2147483647",
          "2147483648",
          "9223372036854775807",
          "99999999999999999999",
          "1e3",
          "NNNN",
          "\u0000",
          "\n\n",
          "chr2",
          "chr1",
          " ",
          "ACGT");

  @TempDir Path folder;

  private static String fasta() {
    Random random = new Random(3);
    var text = new StringBuilder();
    for (String name : List.of("chr1 first", "chr2", "small", "last\twith words")) {
      int length = name.equals("small") ? 7 : 100 + random.nextInt(400);
      String bases = MemoryGenome.randomBases(random, length);
      text.append('>').append(name).append('\n');
      text.append(bases.replaceAll("(.{60})", "$1\n").strip()).append('\n');
    }
    return text.toString();
  }

  @ParameterizedTest(name = "{0} of {1}")
  @CsvSource({
    "genome.fa, genome.fa, false",
    "genome.fa, genome.fa, true",
    "genome.fa.fai, genome.fa, true",
    "genome.fa.gz, genome.fa.gz, false",
    "genome.fa.gz, genome.fa.gz, true",
    "genome.fa.gz.fai, genome.fa.gz, true",
    "genome.fa.gz.gzi, genome.fa.gz, true"
  })
  @Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void damageGivesTheBasesOfTheFileOrALineThatNamesIt(String damaged, String name, boolean indexed)
      throws Exception {
    Path path = folder.resolve(name);
    write(path, fasta().getBytes(ISO_8859_1));
    FastaGenome.open(path).close();
    Map<String, byte[]> whole = files();
    Mutations mutations = new Mutations((damaged + indexed).hashCode(), WORDS);
    Readings readings = new Readings(name, 64L << 20);
    for (int i = 0; i < FILES; i++) {
      restore(whole, indexed ? "" : name);
      byte[] text = fasta().getBytes(ISO_8859_1);
      if (damaged.equals(name)) {
        text = mutations.of(text);
        write(path, text);
      } else {
        Files.write(folder.resolve(damaged), mutations.of(whole.get(damaged)));
      }
      // No index tells what is within a contig: with that of before, a line end may count as one.
      boolean stale = damaged.equals(name) && indexed;
      Map<String, String> expected = stale ? null : naive(new String(text, ISO_8859_1));
      readings.of(() -> requireBases(path, expected));
    }
    readings.requireBoth(3);
  }

  private static void write(Path path, byte[] text) throws IOException {
    var out = new ByteArrayOutputStream();
    if (path.toString().endsWith(".gz")) {
      try (var blocks = new BlockCompressedOutputStream(out, (Path) null)) {
        for (int at = 0; at < text.length; at += 100) {
          blocks.write(text, at, Math.min(100, text.length - at));
          blocks.flush();
        }
      }
    } else {
      out.writeBytes(text);
    }
    Files.write(path, out.toByteArray());
  }

  private Map<String, byte[]> files() throws IOException {
    Map<String, byte[]> files = new HashMap<>();
    try (var all = Files.list(folder)) {
      for (Path file : all.toList()) {
        files.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    }
    return files;
  }

  /**
   * @param alone the one file that is put there; all if empty
   */
  private void restore(Map<String, byte[]> whole, String alone) throws IOException {
    for (var file : whole.entrySet()) {
      if (alone.isEmpty() || file.getKey().equals(alone)) {
        Files.write(folder.resolve(file.getKey()), file.getValue());
      } else {
        Files.deleteIfExists(folder.resolve(file.getKey()));
      }
    }
  }

  private static void requireBases(Path path, Map<String, String> expected) throws Exception {
    try (Genome genome = FastaGenome.open(path)) {
      for (var contig : genome.contigs().entrySet()) {
        byte[] bases = genome.bases(new Interval(contig.getKey(), 0, contig.getValue()));
        if (expected != null && !"twice".equals(expected.get(contig.getKey()))) {
          assertEquals(expected.get(contig.getKey()), new String(bases, ISO_8859_1));
        }
      }
    }
  }

  /** Contigs as the plainest reader would have them. */
  private static Map<String, String> naive(String fasta) {
    Map<String, String> contigs = new HashMap<>();
    Set<String> twice = new HashSet<>();
    String name = null;
    for (String line : fasta.split("\n", -1)) {
      if (line.startsWith(">")) {
        name = new String(line.substring(1).getBytes(ISO_8859_1), UTF_8).split("\\s", 2)[0];
        if (contigs.put(name, "") != null) {
          twice.add(name);
        }
      } else if (name != null) {
        String bases = line.replaceAll("\r$", "");
        contigs.merge(name, upper(bases), String::concat);
      }
    }
    twice.forEach(again -> contigs.put(again, "twice"));
    return contigs;
  }

  private static String upper(String bases) {
    var upper = new StringBuilder();
    bases.chars().forEach(c -> upper.append((char) (c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c)));
    return upper.toString();
  }
}

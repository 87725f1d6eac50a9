package org.splicespark.io;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.splicespark.genome.Annotation;
import org.splicespark.genome.Gene;
import org.splicespark.genome.Transcript;
import org.splicespark.testing.Dialects;
import org.splicespark.testing.Mutations;
import org.splicespark.testing.Readings;

/** Annotations that are damaged in places: genes that make sense, or one line says where not. */
class MutatedAnnotationTest {
  private static final int FILES = 400;
  private static final long MOST_BYTES = 32L << 20;
  private static final List<String> WORDS =
      List.of(
          "",
          ".",
          "\t",
          "\n",
          "\r\n",
          ",",
          ";",
          "=",
          "\"",
          "%",
          "%3",
          "%00",
          "0",
          "-1",
          "1",
          "2147483647",
          "2147483648",
          "-2147483648",
          "99999999999999999999",
          "1e3",
          " 5 ",
          "+",
          "-",
          "?",
          "\u0661",
          "exon",
          "CDS",
          "gene",
          "mRNA",
          "transcript",
          "Parent=",
          "ID=x",
          "ID=",
          "gene_id \"\"",
          "gene_id",
          "tag",
          "exception=trans-splicing",
          "#",
          "##FASTA",
          ">chr1",
          "##gff-version 3",
          "chr1",
          "chr2",
          "\u0000",
          "\ufeff",
          "\u00e9",
          "x".repeat(5000));

  @TempDir Path folder;

  static List<Arguments> files() {
    List<Arguments> files = new ArrayList<>();
    for (Dialects dialect : Dialects.values()) {
      files.add(Arguments.of("genes-" + dialect + dialect.extension(), dialect.text()));
    }
    files.add(
        Arguments.of(
            "genes.txt",
            "#NAME\tCHROM\tSTRAND\tTX_START\tTX_END\tEXON_START\tEXON_END\n"
                + "A\tchr1\t+\t100\t900\t100,500,\t200,900,\n"
                + "B\tchr2\t-\t50\t80\t50,\t80,\n"));
    files.add(
        Arguments.of(
            "genes.csv",
            "gene_id,chr,strand,start,end,jn_start,jn_end\n"
                + "A,chr1,+,100,900,\"200,300\",\"250,500\"\nB,chr2,-,50,80,,\n"));
    return files;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  @Timeout(120)
  void damageGivesGenesThatMakeSenseOrALineThatSaysWhere(String name, String text)
      throws Exception {
    Path path = folder.resolve(name);
    Mutations mutations = new Mutations(name.hashCode(), WORDS);
    Readings readings = new Readings(name, MOST_BYTES);
    for (int i = 0; i < FILES; i++) {
      byte[] damaged = mutations.of(text.getBytes(UTF_8));
      Files.write(path, i % 8 == 0 ? gzip(damaged) : damaged);
      readings.of(() -> requireSense(AnnotationReader.read(path)));
    }
    readings.requireBoth(FILES / 20);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void damageToACompressedFileIsNamed(String name, String text) throws Exception {
    Path path = folder.resolve(name + ".gz");
    Mutations mutations = new Mutations(name.hashCode(), WORDS);
    Readings readings = new Readings(name, MOST_BYTES);
    for (int i = 0; i < FILES / 5; i++) {
      Files.write(path, mutations.of(gzip(text.getBytes(UTF_8))));
      readings.of(() -> requireSense(AnnotationReader.read(path)));
    }
    readings.requireBoth(1);
  }

  private static byte[] gzip(byte[] text) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(text);
    }
    return out.toByteArray();
  }

  private static void requireSense(Genes genes) {
    assertTrue(!genes.genes().isEmpty());
    new Annotation(genes.genes());
    for (Gene gene : genes.genes()) {
      assertTrue(!gene.id().isEmpty() || gene.symbol().isEmpty(), gene.toString());
      for (Transcript transcript : gene.transcripts()) {
        assertTrue(gene.span().contains(transcript.span()), gene.toString());
        transcript.exonStarts().forEach(s -> assertTrue(transcript.span().contains(s), "" + gene));
        transcript
            .exonEnds()
            .forEach(e -> assertTrue(transcript.span().contains(e - 1), "" + gene));
      }
    }
  }
}

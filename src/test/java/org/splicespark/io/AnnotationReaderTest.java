package org.splicespark.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import htsjdk.samtools.util.BlockCompressedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.splicespark.error.InputException;
import org.splicespark.testing.Rows;

class AnnotationReaderTest {
  private static final String TABLE =
      GeneTable.HEADER.replace(' ', '\t') + "\nA\t1\t+\t0\t9\t0,\t9,\n";
  private static final String GENE = "1 . gene 10 90 . + . ID=g/1 . mRNA 10 90 . + . ID=t;Parent=g";

  @TempDir Path folder;

  @Test
  void compressionShowsInTheFirstBytesAndNotInTheName() throws IOException {
    Path gzip = folder.resolve("gzip.txt");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(gzip))) {
      out.write(TABLE.getBytes(StandardCharsets.UTF_8));
    }
    Path bgzip = folder.resolve("bgzip");
    try (OutputStream out =
        new BlockCompressedOutputStream(Files.newOutputStream(bgzip), (Path) null)) {
      out.write(TABLE.getBytes(StandardCharsets.UTF_8));
    }
    assertEquals(1, AnnotationReader.read(gzip).genes().size());
    assertEquals(1, AnnotationReader.read(bgzip).genes().size());
  }

  @Test
  void theContentCountsMoreThanTheName() throws IOException {
    assertEquals(1, AnnotationReader.read(write("genes.gff3", TABLE)).genes().size());
    String gtf = "1 . exon 1 9 . + . gene_id \"g\"; transcript_id \"t\";";
    assertEquals(1, AnnotationReader.read(write("genes.gff", Rows.tabbed(gtf))).genes().size());
    String gff = "1 . gene 1 9 . + . ID=g\n1 . exon 1 9 . + . Parent=g";
    assertEquals(1, AnnotationReader.read(write("genes.gtf", Rows.tabbed(gff))).genes().size());
  }

  @Test
  void aFileThatIsCutOffIsRefused() throws IOException {
    Path path = folder.resolve("cut.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(path))) {
      out.write(TABLE.getBytes(StandardCharsets.UTF_8));
    }
    byte[] all = Files.readAllBytes(path);
    Files.write(path, Arrays.copyOf(all, all.length - 20));
    assertTrue(refused(path).contains("cannot read " + path));
  }

  @Test
  void aFileThatIsNotThereIsRefused() {
    assertTrue(refused(folder.resolve("no.gtf")).contains("no such file: "));
    assertTrue(refused(folder).contains("no such file: "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | no gene in",
        "# only a comment | no gene in",
        "##gff-version 3 | no gene in",
        "##gff-version 3/1 . gene 1 9 . + . ID=g | no gene in",
        "##fileformat=VCFv4.2/#CHROM POS ID | no gene in",
        "hello world | line 1: unknown format of annotation; understood are GFF3, GTF,",
      })
  void aFileWithoutGenesIsRefused(String text, String fragment) throws IOException {
    assertRefused(Rows.tabbed(text.replace('/', '\n')), fragment);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A 1 + 0 9 0, | line 2: has no column EXON_END",
        "A 1 + 0 nine 0, 9, | line 2: TX_END is no number: \"nine\"",
        "A 1 + 0 9 0,x, 5,9, | line 2: EXON_START is no number: \"x\"",
        "A 1 + 0 99999999999 0, 9, | line 2: TX_END is no number",
        "A 1 . 0 9 0, 9, | line 2: strand must be + or -, not \".\"",
        "A 1 + 9 9 9, 9, | line 2: ends before it starts",
        "A 1 + -1 9 0, 9, | line 2: ends before it starts",
        "A 1 + 0 9 5, 4, | line 2: ends before it starts",
        "A 1 + 0 9 0,7, 5, | line 2: has 2 exon starts and 1 exon ends",
        "A 1 + 0 9 0, 10, | line 2: exon 0-10 is outside gene A",
      })
  void aBadGeneTableIsRefused(String row, String fragment) throws IOException {
    assertRefused((GeneTable.HEADER + "\n" + row + "\n").replace(' ', '\t'), fragment);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "G,1,+,10,90,20 | line 2: has no column jn_end",
        "G,1,+,10,90,20,x | line 2: jn_end is no number: \"x\"",
        "G,1,*,10,90,20,30 | line 2: strand must be + or -, not \"*\"",
        "G,1,+,10,9,20,30 | line 2: ends before it starts",
        "G,1,+,0,90,20,30 | line 2: ends before it starts",
        "G,1,+,10,90,91,30 | line 2: jn_start 91 is outside its gene",
        "G,1,+,10,90,20,9 | line 2: jn_end 9 is outside its gene",
      })
  void aBadJunctionTableIsRefused(String row, String fragment) throws IOException {
    assertRefused(JunctionTable.HEADER + "\n" + row + "\n", fragment);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 . exon 10 20 | line 4: has 5 columns instead of 9",
        "rubbish | line 4: has 1 columns instead of 9",
        "1 . exon ten 20 . + . Parent=t | line 4: start is no number: \"ten\"",
        "1 . exon 20 10 . + . Parent=t | line 4: start 20 and end 10 are no interval",
        "1 . exon 0 10 . + . Parent=t | line 4: start 0 and end 10 are no interval",
        "1 . exon 10 91 . + . Parent=t | line 4: exon 10-91 of t is outside its gene",
        "1 . exon 9 20 . + . Parent=t | line 4: exon 9-20 of t is outside its gene",
        "1 . exon 10 20 . - . Parent=t | line 4: strand \"-\" of an exon of t is not its gene's",
        "2 . exon 10 20 . + . Parent=t | line 4: its Parent t is not in the file on contig 2",
        "1 . exon 10 20 . + . Parent=u | line 4: its Parent u is not in the file on contig 1",
        "1 . gene 1 9 . . . ID=h/1 . exon 1 9 . . . Parent=h | line 4: strand must be + or -",
        "1 . mRNA 1 9 . + . ID=u;Parent=h/1 . exon 1 9 . + . Parent=u | line 4: its Parent h is not",
      })
  void aBadGff3IsRefused(String row, String fragment) throws IOException {
    String text = "##gff-version 3\n" + (GENE + "/" + row).replace('/', '\n');
    assertRefused(Rows.tabbed(text), fragment);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "1 . exon 10 20 | line 2: has 5 columns instead of 9",
        "rubbish | line 2: has 1 columns instead of 9",
        "1 . exon 10 x . + . gene_id \"g\"; | line 2: end is no number: \"x\"",
        "1 . exon 10 20 . + . transcript_id \"t\"; | line 2: has no gene_id",
        "1 . exon 10 91 . + . gene_id \"g\"; transcript_id \"t\"; | line 2: exon 10-91 of t is outside",
        "1 . exon 10 20 . - . gene_id \"g\"; transcript_id \"t\"; | line 2: strand \"-\" of an exon of t",
        "1 . exon 1 9 . . . gene_id \"h\"; transcript_id \"t\"; | line 2: strand must be + or -",
        "1 . transcript 10 20 . + . gene_id \"g\"; transcript_id \"t\";/2 . exon 10 20 . + . gene_id \"g\"; transcript_id \"t\"; | line 3: exon on contig 2, but its transcript t is on 1",
      })
  void aBadGtfIsRefused(String row, String fragment) throws IOException {
    String text = "1 . gene 10 90 . + . gene_id \"g\";/" + row;
    assertRefused(Rows.tabbed(text.replace('/', '\n')), fragment);
  }

  private void assertRefused(String text, String fragment) throws IOException {
    Path path = write("genes", text);
    String message = refused(path);
    assertTrue(message.contains(fragment) && message.contains(path.toString()), message);
  }

  private static String refused(Path path) {
    String message =
        assertThrows(InputException.class, () -> AnnotationReader.read(path)).getMessage();
    assertEquals(1, message.lines().count(), message);
    return message;
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}

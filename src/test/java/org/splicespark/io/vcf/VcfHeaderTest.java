package org.splicespark.io.vcf;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.splicespark.error.InputException;

class VcfHeaderTest {
  private static final String OURS = "##INFO=<ID=SpliceAI,Number=.,Type=String,Description=\"D\">";

  @TempDir Path folder;

  private VcfHeader header(String text) throws IOException {
    return VcfHeader.read(VcfText.file(folder.resolve("in.vcf"), text));
  }

  private static Map<String, Integer> contigs(Object... namesAndLengths) {
    Map<String, Integer> contigs = new LinkedHashMap<>();
    for (int i = 0; i < namesAndLengths.length; i += 2) {
      contigs.put((String) namesAndLengths[i], (Integer) namesAndLengths[i + 1]);
    }
    return contigs;
  }

  @Test
  void whatIsDeclaredIsKnown() throws IOException {
    String text =
        "##fileformat=VCFv4.5\n##contig=<length=5,ID=1,note=\"a,ID=no\">\n##contig=<ID=HLA:01*02>\n"
            + "##contig=<note=\",ID=no\",length=1>\n##INFO=<ID=AC,Number=A>\n##other=<ID=X>\n"
            + VcfText.COLUMNS
            + "\tFORMAT\tS1\tS2\nrecord\n";
    VcfHeader header = header(text);
    assertEquals(List.of("1", "HLA:01*02"), List.copyOf(header.contigs()));
    assertEquals(Set.of("AC"), header.infoIds());
    assertEquals(2, header.sampleCount());
    assertTrue(header.hasRecords());
    assertEquals(text.indexOf("\nrecord"), header.end());
  }

  @Test
  void theHeaderIsTheSameInEveryCompression() throws IOException {
    byte[] text = (VcfText.HEADER + VcfText.records(5, 1)).getBytes(UTF_8);
    var files =
        Map.of(
            Compression.PLAIN, text,
            Compression.GZIP, BgzfBytes.gzip(text),
            Compression.BGZF, BgzfBytes.withBlocks(text, List.of(7)));
    for (var file : files.entrySet()) {
      FileSource source = VcfText.file(folder.resolve("c"), file.getValue());
      VcfHeader header = VcfHeader.read(source);
      assertEquals(file.getKey(), header.compression());
      assertEquals(0, header.sampleCount());
      assertArrayEquals(VcfText.HEADER.getBytes(UTF_8), header.bytes());
    }
  }

  @Test
  void missingLinesComeBeforeTheColumns() throws IOException {
    String kept = VcfText.HEADER.replace(VcfText.COLUMNS + "\n", "");
    VcfHeader header = header(VcfText.HEADER);
    assertFalse(header.hasRecords());
    byte[] completed = header.completed(List.of(OURS), contigs("chr1", 5, "chr2", 9, "1", 7));
    assertEquals(
        kept + OURS + "\n##contig=<ID=chr2,length=9>\n" + VcfText.COLUMNS + "\n",
        new String(completed, UTF_8));
    assertArrayEquals(header.bytes(), header.completed(List.of(), contigs("1", 5)));
  }

  @Test
  void addedLinesEndAsTheFilesOwnDo() throws IOException {
    String text = VcfText.HEADER.replace("\n", "\r\n");
    byte[] completed = header(text).completed(List.of(OURS), Map.of());
    assertEquals(text.replace("#CHROM", OURS + "\r\n#CHROM"), new String(completed, UTF_8));
  }

  @Test
  void aMissingNewlineStaysMissing() throws IOException {
    String text = VcfText.HEADER.strip();
    assertEquals(text, new String(header(text).bytes(), UTF_8));
    assertFalse(header(text).hasRecords());
  }

  @Test
  void ourLinesAreReplaced() throws IOException {
    String text = VcfText.HEADER.replace("#CHROM", OURS + "\n#CHROM");
    VcfHeader header = header(text).withoutInfo(Set.of("SpliceAI", "Splice"));
    assertEquals(VcfText.HEADER, new String(header.bytes(), UTF_8));
    assertEquals(text, new String(header.completed(List.of(OURS), Map.of()), UTF_8));
  }

  @Test
  void linesThatAreNoMetaLinesAreNotAdded() throws IOException {
    VcfHeader header = header(VcfText.HEADER);
    assertThrows(IllegalArgumentException.class, () -> header.completed(List.of("#x"), Map.of()));
    assertThrows(
        IllegalArgumentException.class, () -> header.completed(List.of("##x\n"), Map.of()));
  }

  @Test
  void whatIsNoVcfIsNamedWithItsLine() throws IOException {
    assertRefused("", ": empty file, not a VCF");
    assertRefused("x", ": line 1: not a VCF: it does not begin with ##fileformat=VCF");
    assertRefused(
        VcfText.COLUMNS + "\n", ": line 1: not a VCF: it does not begin with ##fileformat=VCF");
    assertRefused("BCF\2\2", ": line 1: not a VCF but a BCF; convert it with `bcftools view`");
    assertRefused("##fileformat=VCFv4.2\n", ": line 1: not a VCF: it ends without a #CHROM line");
    assertRefused(
        "##fileformat=VCFv4.2\n##a\nchr1\t5\n",
        ": line 3: not a VCF header: a line without ## before any #CHROM line");
    assertRefused(
        "##fileformat=VCFv4.2\n#CHROM POS\n",
        ": line 2: not a VCF header: the #CHROM line does not name the eight columns of VCF,"
            + " separated by tabs");
  }

  @Test
  void aMissingFileIsNamed() {
    var source = new FileSource(folder.resolve("none.vcf").toString());
    var e = assertThrows(InputException.class, () -> VcfHeader.read(source));
    assertEquals(source.name() + ": no such file", e.getMessage());
  }

  private void assertRefused(String text, String message) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    for (byte[] stored :
        List.of(bytes, BgzfBytes.gzip(bytes), BgzfBytes.withBlocks(bytes, List.of(1)))) {
      FileSource source = VcfText.file(folder.resolve("no.vcf"), stored);
      var e = assertThrows(InputException.class, () -> VcfHeader.read(source));
      assertEquals(source.name() + message, e.getMessage());
    }
  }
}

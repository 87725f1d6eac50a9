package org.splicespark.io.vcf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.splicespark.error.InputException;

/** Is this a VCF header? If not, which file, which line, and what to do. */
final class HeaderCheck {
  private static final byte[] FIRST = ascii("##fileformat=VCF");
  private static final byte[] COLUMNS = ascii("#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO");

  private HeaderCheck() {}

  /**
   * Looks at the first bytes only, so that a large file of another kind is not read as one line.
   */
  static void firstLine(ByteSource source, Compression compression) throws IOException {
    byte[] head = TextChunks.head(source, compression, FIRST.length);
    if (head.length == 0) {
      throw new InputException(source.name() + ": empty file, not a VCF");
    }
    if (startsWith(head, ascii("BCF"))) {
      throw new InputException(
          source.name() + ": line 1: not a VCF but a BCF; convert it with `bcftools view`");
    }
    if (!Arrays.equals(head, FIRST)) {
      throw new InputException(
          source.name() + ": line 1: not a VCF: it does not begin with ##fileformat=VCF");
    }
  }

  /** True for the {@code #CHROM} line, false for a line before it. */
  static boolean isColumns(ByteSource source, byte[] line, int number) {
    if (startsWith(line, ascii("##"))) {
      return false;
    }
    if (startsWith(line, COLUMNS)) {
      return true;
    }
    String problem =
        startsWith(line, ascii("#CHROM"))
            ? "the #CHROM line does not name the eight columns of VCF, separated by tabs"
            : "a line without ## before any #CHROM line";
    throw new InputException(source.name() + ": line " + number + ": not a VCF header: " + problem);
  }

  static InputException noColumns(ByteSource source, int lines) {
    return new InputException(
        source.name() + ": line " + lines + ": not a VCF: it ends without a #CHROM line");
  }

  private static boolean startsWith(byte[] line, byte[] prefix) {
    return line.length >= prefix.length
        && Arrays.equals(line, 0, prefix.length, prefix, 0, prefix.length);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}

package org.splicespark.io.vcf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One line after the header: a record (VCF 4.x, section 1.6) as the bytes it came as. Only the tabs
 * of the first eight columns are looked for; FORMAT and genotypes are never decoded. Immutable.
 *
 * <p>A line that is no record ({@link #malformed} says why) can only be written as it came; asking
 * it for a column is an {@link IllegalStateException}.
 */
public final class VcfLine {
  private static final int COLUMNS = 8;
  private static final int CONTIG = 0;
  private static final int POS = 1;
  private static final int REF = 3;
  private static final int ALT = 4;
  private static final int INFO = 7;

  private final byte[] bytes;
  private final int length;
  private final int[] ends = new int[COLUMNS];
  private final long position;
  private final String malformed;

  /**
   * @param bytes the line with its terminator (LF, CRLF or, for the last line, none); kept, not
   *     copied
   */
  public VcfLine(byte[] bytes) {
    this.bytes = bytes;
    this.length = bytes.length - terminator(bytes);
    int columns = findColumns();
    this.position = columns == COLUMNS ? number(start(POS), ends[POS]) : -1;
    this.malformed = reason(columns);
  }

  private String reason(int columns) {
    if (length == 0) {
      return "blank line";
    }
    if (columns < COLUMNS) {
      return "fewer than 8 columns";
    }
    if (ends[CONTIG] == 0) {
      return "CHROM is empty";
    }
    return position < 0 ? "POS is not a number from 0 to 2147483647" : null;
  }

  private static int terminator(byte[] bytes) {
    int end = bytes.length;
    end -= end > 0 && bytes[end - 1] == '\n' ? 1 : 0;
    end -= end > 0 && bytes[end - 1] == '\r' ? 1 : 0;
    return bytes.length - end;
  }

  private int findColumns() {
    int columns = 0;
    for (int i = 0; i < length && columns < COLUMNS; i++) {
      if (bytes[i] == '\t') {
        ends[columns++] = i;
      }
    }
    if (columns < COLUMNS) {
      ends[columns++] = length;
    }
    return columns;
  }

  /** A number of 0 to 2^31 - 1 in decimal digits; -1 for anything else. */
  private long number(int from, int to) {
    if (from == to || to - from > 10) {
      return -1;
    }
    long value = 0;
    for (int i = from; i < to; i++) {
      if (bytes[i] < '0' || bytes[i] > '9') {
        return -1;
      }
      value = 10 * value + bytes[i] - '0';
    }
    return value <= Integer.MAX_VALUE ? value : -1;
  }

  /** Why this line is no record, in words; null if it is one. */
  public String malformed() {
    return malformed;
  }

  /** CHROM. */
  public String contig() {
    return column(CONTIG);
  }

  /** POS as in the file: 1-based; 0 means the telomere before the first base. */
  public int position() {
    requireRecord();
    return (int) position;
  }

  /** REF as in the file, letter case included. */
  public String ref() {
    return column(REF);
  }

  /** The alternates of ALT in their order, as in the file; none if ALT is {@code .}. */
  public List<String> alts() {
    String alts = column(ALT);
    return alts.equals(".") ? List.of() : List.of(alts.split(",", -1));
  }

  /** True if INFO has this key, as a flag or with a value. */
  public boolean hasInfo(String key) {
    return find(key) >= 0;
  }

  /** What INFO has under this key; empty for a flag. */
  public Optional<String> info(String key) {
    int at = find(key);
    int from = at + key.getBytes(StandardCharsets.UTF_8).length + 1;
    return at < 0 || from > entryEnd(at)
        ? Optional.empty()
        : Optional.of(new String(bytes, from, entryEnd(at) - from, StandardCharsets.UTF_8));
  }

  /**
   * This record with more in its INFO column, after what is there ({@code .} or nothing is
   * replaced).
   *
   * @param text {@code KEY=value} or several of them joined by {@code ;}
   */
  public VcfLine withInfo(String text) {
    if (text.isEmpty() || text.chars().anyMatch(c -> c == '\t' || c == '\n' || c == '\r')) {
      throw new IllegalArgumentException("no INFO text: \"" + text + '"');
    }
    requireRecord();
    int from = start(INFO);
    boolean none = ends[INFO] == from || (ends[INFO] == from + 1 && bytes[from] == '.');
    byte[] added = (none ? text : ";" + text).getBytes(StandardCharsets.UTF_8);
    return replaced(none ? from : ends[INFO], added, added.length);
  }

  /** This record without these keys in INFO, {@code .} if that leaves nothing. */
  public VcfLine withoutInfo(Set<String> keys) {
    requireRecord();
    var kept = new ByteArrayOutputStream();
    boolean removed = false;
    boolean first = true;
    for (int at = start(INFO); at <= ends[INFO]; at = entryEnd(at) + 1) {
      if (keys.contains(key(at))) {
        removed = true;
        continue;
      }
      if (!first) {
        kept.write(';');
      }
      kept.write(bytes, at, entryEnd(at) - at);
      first = false;
    }
    if (!removed) {
      return this;
    }
    byte[] info = kept.size() == 0 ? new byte[] {'.'} : kept.toByteArray();
    return replaced(start(INFO), info, info.length);
  }

  /** The line with its terminator; a copy. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** Length in bytes, terminator included. */
  public int length() {
    return bytes.length;
  }

  /** False for a file's last line that has no terminator. */
  public boolean isEnded() {
    return length < bytes.length;
  }

  /** Writes the line with its terminator. */
  public void writeTo(OutputStream out) throws IOException {
    out.write(bytes, 0, bytes.length);
  }

  /** First base of the record as tabix counts: 0-based. POS 0 is taken for the first base. */
  int indexStart() {
    return Math.max(0, position() - 1);
  }

  /**
   * The end of the record as tabix counts: 0-based, exclusive. It is that of REF, or the value of
   * INFO's END where that lies after the start.
   */
  long indexEnd() {
    int start = indexStart();
    int at = find("END");
    if (at >= 0) {
      long end = number(Math.min(at + "END=".length(), entryEnd(at)), entryEnd(at));
      if (end > start) {
        return end;
      }
    }
    return start + (long) Math.max(1, ends[REF] - start(REF));
  }

  private VcfLine replaced(int from, byte[] text, int count) {
    int rest = bytes.length - ends[INFO];
    byte[] line = Arrays.copyOf(bytes, Math.addExact(from + count, rest));
    System.arraycopy(text, 0, line, from, count);
    System.arraycopy(bytes, ends[INFO], line, from + count, rest);
    return new VcfLine(line);
  }

  /** Where the INFO entry with this key begins, or -1. */
  private int find(String key) {
    requireRecord();
    byte[] wanted = key.getBytes(StandardCharsets.UTF_8);
    for (int at = start(INFO); at < ends[INFO]; at = entryEnd(at) + 1) {
      int keyEnd = at + wanted.length;
      if (keyEnd <= ends[INFO]
          && Arrays.equals(bytes, at, keyEnd, wanted, 0, wanted.length)
          && (keyEnd == ends[INFO] || bytes[keyEnd] == '=' || bytes[keyEnd] == ';')) {
        return at;
      }
    }
    return -1;
  }

  private int entryEnd(int from) {
    int i = from;
    while (i < ends[INFO] && bytes[i] != ';') {
      i++;
    }
    return i;
  }

  private String key(int from) {
    int end = from;
    while (end < ends[INFO] && bytes[end] != ';' && bytes[end] != '=') {
      end++;
    }
    return new String(bytes, from, end - from, StandardCharsets.UTF_8);
  }

  private int start(int column) {
    return column == 0 ? 0 : ends[column - 1] + 1;
  }

  private String column(int column) {
    requireRecord();
    return new String(bytes, start(column), ends[column] - start(column), StandardCharsets.UTF_8);
  }

  private void requireRecord() {
    if (malformed != null) {
      throw new IllegalStateException("not a record: " + malformed);
    }
  }
}

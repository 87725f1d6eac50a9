package org.splicespark.io.vcf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.splicespark.error.InputException;
import org.splicespark.genome.ContigNames;

/**
 * The header of a VCF file (VCF 4.x, section 1.4): its lines as the bytes they came as, up to and
 * including {@code #CHROM}. Immutable.
 */
public final class VcfHeader implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int FIXED_COLUMNS = 8;

  private final String name;
  private final Compression compression;
  private final long end;
  private final boolean hasRecords;
  private final List<byte[]> meta;
  private final byte[] columns;

  private VcfHeader(
      String name,
      Compression compression,
      long end,
      boolean hasRecords,
      List<byte[]> meta,
      byte[] columns) {
    this.name = name;
    this.compression = compression;
    this.end = end;
    this.hasRecords = hasRecords;
    this.meta = meta;
    this.columns = columns;
  }

  /**
   * Reads a file's header, whatever its compression.
   *
   * @throws InputException if the file is empty, is no VCF, has no {@code #CHROM} line, or is a
   *     compressed file that is cut short within the header
   */
  public static VcfHeader read(ByteSource source) throws IOException {
    Compression compression = Compression.of(source);
    HeaderCheck.firstLine(source, compression);
    List<byte[]> meta = new ArrayList<>();
    try (var lines = new LineInput(TextChunks.open(source, compression, 0))) {
      for (byte[] line = lines.next(); line != null; line = lines.next()) {
        if (HeaderCheck.isColumns(source, line, meta.size() + 1)) {
          boolean hasRecords = !lines.atEnd();
          return new VcfHeader(source.name(), compression, lines.newline(), hasRecords, meta, line);
        }
        meta.add(line);
      }
    }
    throw HeaderCheck.noColumns(source, meta.size());
  }

  /** How the file is compressed. */
  public Compression compression() {
    return compression;
  }

  /**
   * Position (see {@link VcfSplit}) of the newline that ends the {@code #CHROM} line; the first
   * split starts here.
   */
  public long end() {
    return end;
  }

  /** False if nothing follows the {@code #CHROM} line. */
  public boolean hasRecords() {
    return hasRecords;
  }

  /** How many sample columns there are. */
  public int sampleCount() {
    return Math.max(0, count(columns, (byte) '\t') - FIXED_COLUMNS);
  }

  /** The contigs that have a {@code ##contig} line, in the file's order. */
  public Set<String> contigs() {
    return ids("contig");
  }

  /** The keys that have an {@code ##INFO} line, in the file's order. */
  public Set<String> infoIds() {
    return ids("INFO");
  }

  /** The header as it came. */
  public byte[] bytes() {
    return joined(List.of());
  }

  /** This header without the {@code ##INFO} lines of these keys, for when they are replaced. */
  public VcfHeader withoutInfo(Set<String> keys) {
    List<byte[]> kept = new ArrayList<>();
    for (byte[] line : meta) {
      String id = MetaLine.id(text(line), "INFO");
      if (id == null || !keys.contains(id)) {
        kept.add(line);
      }
    }
    return new VcfHeader(name, compression, end, hasRecords, kept, columns);
  }

  /**
   * The header's own bytes with lines added before {@code #CHROM}: the new ones, then a {@code
   * ##contig} line for each contig that has none yet under this name or its other spelling ({@code
   * 1} and {@code chr1}). Added lines end as the file's first line does.
   *
   * @param newLines lines that begin with {@code ##}, without terminator
   * @param referenceContigs length in bases of each contig, in the order wanted, by the name that
   *     the file's records use
   */
  public byte[] completed(List<String> newLines, Map<String, Integer> referenceContigs) {
    var known = new ContigNames(contigs());
    List<String> added = new ArrayList<>();
    for (String line : newLines) {
      added.add(MetaLine.checked(line));
    }
    referenceContigs.forEach(
        (contig, length) -> {
          if (known.find(contig).isEmpty()) {
            added.add(MetaLine.checked("##contig=<ID=" + contig + ",length=" + length + ">"));
          }
        });
    return joined(added);
  }

  private byte[] joined(List<String> added) {
    var out = new ByteArrayOutputStream();
    meta.forEach(out::writeBytes);
    String terminator = text(meta.get(0)).endsWith("\r\n") ? "\r\n" : "\n";
    for (String line : added) {
      out.writeBytes((line + terminator).getBytes(StandardCharsets.UTF_8));
    }
    out.writeBytes(columns);
    return out.toByteArray();
  }

  private Set<String> ids(String kind) {
    Set<String> ids = new LinkedHashSet<>();
    meta.stream()
        .map(line -> MetaLine.id(text(line), kind))
        .filter(Objects::nonNull)
        .forEach(ids::add);
    return ids;
  }

  private static String text(byte[] line) {
    return new String(line, StandardCharsets.UTF_8);
  }

  static int count(byte[] line, byte wanted) {
    int count = 0;
    for (byte b : line) {
      count += b == wanted ? 1 : 0;
    }
    return count;
  }

  @Override
  public String toString() {
    return "header of " + name;
  }
}

package org.splicespark.io.vcf;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The content of a tabix index (tabix specification): for each contig, in the order of the file,
 * which stretches of the BGZF file hold the records of which bin. That of a part counts from the
 * part's first byte; parts are put behind one another with {@link #add(TabixBins, long)}.
 *
 * <p>Own code, because htsjdk needs the contigs before the first record and writes no counts of
 * records, which {@code bcftools index --stats} prints.
 */
public final class TabixBins implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int HEADER = 36;

  private final Map<String, ContigBins> contigs = new LinkedHashMap<>();

  /**
   * Takes note of a record.
   *
   * @param start 0-based first base
   * @param end base after the last
   * @param from virtual offset of the record's first byte
   * @param to virtual offset after its last byte
   */
  public void add(String contig, int start, int end, long from, long to) {
    contigs.computeIfAbsent(contig, c -> new ContigBins()).add(start, end, from, to);
  }

  /**
   * @param address byte offset of the other part's first byte, counted from where this one starts
   */
  public void add(TabixBins next, long address) {
    long shift = VcfSplit.virtualOffset(address, 0);
    next.contigs.forEach(
        (contig, bins) -> contigs.computeIfAbsent(contig, c -> new ContigBins()).add(bins, shift));
  }

  /** The index as a tabix file holds it, before its own BGZF compression. */
  public byte[] toBytes(TabixFormat format) {
    byte[] names = names();
    int size = HEADER + names.length + Long.BYTES;
    for (ContigBins bins : contigs.values()) {
      size = Math.addExact(size, bins.size());
    }
    ByteBuffer out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    out.put("TBI\1".getBytes(StandardCharsets.US_ASCII)).putInt(contigs.size());
    format.writeTo(out);
    out.putInt(names.length).put(names);
    contigs.values().forEach(bins -> bins.writeTo(out));
    return out.putLong(0).array();
  }

  private byte[] names() {
    var names = new StringBuilder();
    contigs.keySet().forEach(contig -> names.append(contig).append('\0'));
    return names.toString().getBytes(StandardCharsets.UTF_8);
  }
}

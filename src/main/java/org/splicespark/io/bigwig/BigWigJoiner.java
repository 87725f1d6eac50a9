package org.splicespark.io.bigwig;

import htsjdk.tribble.util.LittleEndianOutputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/**
 * Makes a complete bigWig of parts: header, contigs, the parts' blocks as they are and in order,
 * their index, and summaries of each 100, 500, 2,500, ... bases with theirs.
 */
public final class BigWigJoiner {
  private static final int MAGIC = 0x888FFC26;
  private static final int VERSION = 4;
  private static final int HEADER = 64;
  private static final int ZOOM_HEADER = 24;
  private static final int TOTALS = 40;
  private static final int COUNT = 8;

  private final Map<String, Integer> contigs;
  private final Scratch scratch;

  /**
   * @param contigs lengths, in the order of their numbers
   * @param scratch room beside the parts
   */
  public BigWigJoiner(Map<String, Integer> contigs, Scratch scratch) {
    this.contigs = contigs;
    this.scratch = scratch;
  }

  /**
   * Writes the complete file; leaves the stream open.
   *
   * @param name under which its summaries wait meanwhile
   * @throws IOException also if a part has not the length that its summary says
   */
  public void writeTo(OutputStream stream, String name, List<BigWigPart> parts) throws IOException {
    Blocks blocks = new Blocks(parts);
    Zooms zooms = Zooms.of(blocks, List.copyOf(contigs.values()), name, scratch);
    long totals = HEADER + (long) ZOOM_HEADER * zooms.levels().size();
    long tree = totals + TOTALS;
    byte[] contigTree = new ContigTree(contigs).bytes(tree);
    long data = tree + contigTree.length;
    long index = data + COUNT + blocks.bytes();
    RangeTree ranges = new RangeTree(blocks.count());
    long summaries = index + ranges.size();
    LittleEndianOutputStream out = new LittleEndianOutputStream(new BufferedOutputStream(stream));
    header(out, zooms.levels().size(), List.of(tree, data, index), totals);
    zooms.writeHeaders(out, summaries);
    totals(out, zooms.all());
    out.write(contigTree);
    out.writeLong(blocks.count());
    copy(parts, out);
    ranges.writeTo(out, index, data + COUNT, each -> ranges(blocks, each));
    zooms.writeTo(out, summaries);
    out.writeInt(MAGIC);
    out.flush();
  }

  /**
   * @param addresses of contigs, data and index
   */
  private static void header(
      LittleEndianOutputStream out, int zooms, List<Long> addresses, long totals)
      throws IOException {
    out.writeInt(MAGIC);
    out.writeShort(VERSION);
    out.writeShort(zooms);
    for (long address : addresses) {
      out.writeLong(address);
    }
    // What only bigBed has: fields, and their description.
    out.writeShort(0);
    out.writeShort(0);
    out.writeLong(0);
    out.writeLong(totals);
    out.writeInt(Math.max(Section.LONGEST, ZoomLevel.LONGEST));
    out.writeLong(0);
  }

  private static void totals(LittleEndianOutputStream out, Statistics all) throws IOException {
    out.writeLong(all.count());
    out.writeDouble(all.min());
    out.writeDouble(all.max());
    out.writeDouble(all.sum());
    out.writeDouble(all.squares());
  }

  private static void copy(List<BigWigPart> parts, OutputStream out) throws IOException {
    for (BigWigPart part : parts) {
      try (InputStream in = part.blocks().open()) {
        long copied = in.transferTo(out);
        if (copied != part.summary().bytes()) {
          throw new IOException(
              part.name() + ": has " + copied + " bytes and should have " + part.summary().bytes());
        }
      }
    }
  }

  private static void ranges(Blocks blocks, RangeTree.Each each) throws IOException {
    blocks.forEach(
        block ->
            each.accept(
                new Range(block.contig(), block.start(), block.contig(), block.end()),
                block.bytes()));
  }
}

package org.splicespark.io.bigwig;

import htsjdk.tribble.util.LittleEndianOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * The summaries of a file, and where they will be in it: their lengths are known only once they are
 * compressed, and a file is written from its beginning to its end.
 *
 * @param levels the finest first
 * @param all statistics of the whole file
 */
record Zooms(List<ZoomLevel> levels, Statistics all, String name, Scratch scratch) {
  /** Each level is five times as coarse as the one before: Kent's readers allow ten levels. */
  private static final int STEP = 5;

  private static final int COUNT = 4;

  /**
   * Makes the summaries.
   *
   * @param name under which they wait
   * @param lengths of the contigs, by number
   */
  static Zooms of(Blocks blocks, List<Integer> lengths, String name, Scratch scratch)
      throws IOException {
    int longest = lengths.stream().mapToInt(Integer::intValue).max().orElse(0);
    List<Integer> reductions = new ArrayList<>();
    for (long r = Block.CELL; blocks.count() > 0 && r < longest; r *= STEP) {
      reductions.add(0, (int) r);
    }
    List<ZoomLevel> levels = new ArrayList<>();
    ZoomLevel finer = null;
    for (int reduction : reductions) {
      finer = new ZoomLevel(reduction, lengths, scratch.create(name + "." + reduction), finer);
      levels.add(0, finer);
    }
    Statistics all = filled(blocks, finer);
    return new Zooms(levels, all, name, scratch);
  }

  private static Statistics filled(Blocks blocks, ZoomLevel finest) throws IOException {
    Statistics[] all = {Statistics.NONE};
    try (finest) {
      blocks.forEach(
          block -> {
            int start = block.gridStart();
            for (Statistics cell : block.cells()) {
              all[0] = all[0].plus(cell);
              if (finest != null) {
                finest.add(block.contig(), start, cell);
              }
              start += Block.CELL;
            }
          });
    }
    return all[0];
  }

  /** Address of each level's data, and after the last that of the end. */
  List<Long> addresses(long first) {
    List<Long> addresses = new ArrayList<>(List.of(first));
    long address = first;
    for (ZoomLevel level : levels) {
      address += COUNT + level.bytes() + level.tree().size();
      addresses.add(address);
    }
    return addresses;
  }

  void writeHeaders(LittleEndianOutputStream out, long first) throws IOException {
    List<Long> addresses = addresses(first);
    for (int i = 0; i < levels.size(); i++) {
      ZoomLevel level = levels.get(i);
      out.writeInt(level.reduction());
      out.writeInt(0);
      out.writeLong(addresses.get(i));
      out.writeLong(addresses.get(i) + COUNT + level.bytes());
    }
  }

  void writeTo(LittleEndianOutputStream out, long first) throws IOException {
    List<Long> addresses = addresses(first);
    for (int i = 0; i < levels.size(); i++) {
      ZoomLevel level = levels.get(i);
      long data = addresses.get(i) + COUNT;
      out.writeInt(level.records());
      try (InputStream in = scratch.open(name + "." + level.reduction())) {
        in.transferTo(out);
      }
      level.tree().writeTo(out, data + level.bytes(), data, level::forEach);
    }
  }
}

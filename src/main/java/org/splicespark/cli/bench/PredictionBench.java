package org.splicespark.cli.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.splicespark.model.Batch;
import org.splicespark.model.SpliceModel;

/**
 * Times two ways to score every base of a sequence: tiles, as predict cuts them, and the published
 * programs' windows of 5,000 bases. They take turns, after a warm-up.
 *
 * @param sequence bases to score with half a flank on either side, upper case
 * @param tile bases of a tile
 */
public record PredictionBench(byte[] sequence, int tile, int rounds) {
  private static final int WINDOW = 5000;

  /** Windows that the published program hands over at once. */
  private static final int WINDOWS = 12;

  /** How every base is scored. */
  public enum Layout {
    /** Long tiles, without padding. */
    TILES,
    /** 5,000 bases at a time, without padding. */
    WINDOWS,
    /** 5,000 bases at a time, padded to the end: the published programs. */
    PUBLISHED
  }

  /**
   * Seconds of each round.
   *
   * @param model as predict runs it
   * @param published the same on the padded network
   */
  public Map<Layout, Rounds> run(SpliceModel model, SpliceModel published) {
    Map<Layout, List<Double>> seconds = new EnumMap<>(Layout.class);
    for (int round = -1; round < rounds; round++) {
      for (Layout layout : Layout.values()) {
        long started = System.nanoTime();
        score(layout, layout == Layout.PUBLISHED ? published : model, round < 0);
        double taken = (System.nanoTime() - started) / 1e9;
        if (round >= 0) {
          seconds.computeIfAbsent(layout, l -> new ArrayList<>()).add(taken);
        }
      }
    }
    Map<Layout, Rounds> all = new EnumMap<>(Layout.class);
    seconds.forEach((layout, values) -> all.put(layout, new Rounds(values)));
    return all;
  }

  /** Bases that each round scores. */
  public int bases(SpliceModel model) {
    return sequence.length - model.flank();
  }

  /**
   * @param warmUp one call is enough
   */
  private void score(Layout layout, SpliceModel model, boolean warmUp) {
    int length = layout == Layout.TILES ? tile : WINDOW;
    int atOnce = layout == Layout.TILES ? 1 : WINDOWS;
    List<byte[]> windows = new ArrayList<>();
    int bases = bases(model);
    for (int from = 0; from < bases; from += length) {
      int to = Math.min(bases, from + length);
      if (to - from < length && !windows.isEmpty()) {
        model.score(Batch.of(windows));
        windows.clear();
      }
      windows.add(Arrays.copyOfRange(sequence, from, to + model.flank()));
      if (windows.size() == atOnce || to == bases) {
        model.score(Batch.of(windows));
        windows.clear();
        if (warmUp) {
          return;
        }
      }
    }
  }
}

package org.splicespark.predict;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.splicespark.genome.Strand;
import org.splicespark.model.SiteType;

/**
 * One strand's scores of one type, one value for each base. Genes of a strand may overlap, and each
 * is read with its own flanks: a base that several of them have has the largest of its scores. That
 * depends neither on the order of the genes nor on where tiles end.
 */
public record Track(SiteType type, Strand strand) implements Serializable {

  /**
   * A run of bases without a gap. Owns its values.
   *
   * @param start 0-based
   * @param values of each base; NaN where the reference has no A, C, G or T
   */
  public record Stretch(String contig, int start, float[] values) {
    public int end() {
      return start + values.length;
    }
  }

  /**
   * The track in a tile: stretches in ascending order that neither overlap nor touch.
   *
   * @param scores of all regions of the tile
   */
  public List<Stretch> of(List<StrandScores> scores) {
    List<StrandScores> mine = new ArrayList<>();
    scores.stream().filter(s -> s.region().strand() == strand).forEach(mine::add);
    mine.sort(Comparator.comparingInt(StrandScores::start));
    List<Stretch> track = new ArrayList<>();
    int from = 0;
    while (from < mine.size()) {
      int to = from + 1;
      int end = mine.get(from).end();
      while (to < mine.size() && mine.get(to).start() <= end) {
        end = Math.max(end, mine.get(to++).end());
      }
      track.add(stretch(mine.subList(from, to), end));
      from = to;
    }
    return track;
  }

  private Stretch stretch(List<StrandScores> together, int end) {
    StrandScores first = together.get(0);
    String contig = first.region().span().contig();
    if (together.size() == 1) {
      return new Stretch(contig, first.start(), first.of(type));
    }
    float[] values = new float[end - first.start()];
    Arrays.fill(values, Float.NaN);
    for (StrandScores one : together) {
      float[] some = one.of(type);
      int offset = one.start() - first.start();
      for (int i = 0; i < some.length; i++) {
        values[offset + i] = larger(values[offset + i], some[i]);
      }
    }
    return new Stretch(contig, first.start(), values);
  }

  private static float larger(float one, float other) {
    return Float.isNaN(one) || other > one ? other : one;
  }
}

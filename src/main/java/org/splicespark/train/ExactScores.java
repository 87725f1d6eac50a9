package org.splicespark.train;

import java.io.Serializable;
import java.util.Arrays;

/** Keeps every score, 4 bytes each: for small sets, and to test {@link ScoreHistogram} against. */
public final class ExactScores implements SiteScores<ExactScores> {
  private static final long serialVersionUID = 1L;

  private final FloatList sites = new FloatList();
  private final FloatList others = new FloatList();

  @Override
  public void add(float score, boolean site) {
    (site ? sites : others).add(SiteScores.checked(score));
  }

  @Override
  public void merge(ExactScores other) {
    sites.addAll(other.sites);
    others.addAll(other.others);
  }

  @Override
  public Ranking ranking() {
    float[] yes = sites.ascending();
    float[] no = others.ascending();
    Ranking.Builder ranking = new Ranking.Builder();
    int i = yes.length - 1;
    int j = no.length - 1;
    while (i >= 0 || j >= 0) {
      float score = Math.max(i < 0 ? 0 : yes[i], j < 0 ? 0 : no[j]);
      int nextSite = below(yes, i, score);
      int nextOther = below(no, j, score);
      ranking.add(score, i - nextSite, j - nextOther);
      i = nextSite;
      j = nextOther;
    }
    return ranking.build();
  }

  /** From a place on downwards, the first that is below the score. */
  private static int below(float[] ascending, int from, float score) {
    int i = from;
    while (i >= 0 && ascending[i] >= score) {
      i--;
    }
    return i;
  }

  /** Grows as it is filled. */
  private static final class FloatList implements Serializable {
    private static final long serialVersionUID = 1L;

    private float[] values = new float[64];
    private int size;

    void add(float value) {
      reserve(size + 1);
      values[size++] = value;
    }

    void addAll(FloatList other) {
      reserve(size + other.size);
      System.arraycopy(other.values, 0, values, size, other.size);
      size += other.size;
    }

    private void reserve(int needed) {
      if (needed > values.length) {
        values = Arrays.copyOf(values, Math.max(needed, 2 * values.length));
      }
    }

    float[] ascending() {
      float[] sorted = Arrays.copyOf(values, size);
      Arrays.sort(sorted);
      return sorted;
    }
  }
}

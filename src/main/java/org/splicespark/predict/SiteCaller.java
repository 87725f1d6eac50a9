package org.splicespark.predict;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.splicespark.model.SiteType;

/** Which bases are sites: those whose probability reaches a threshold. */
public record SiteCaller(double threshold) implements Serializable {

  /**
   * Low enough to keep weak and cryptic sites for those who filter, high enough that a genome gives
   * a list and not all of its bases: OpenSpliceAI's 1e-6 keeps about every base, its paper's 0.5
   * only the clear ones.
   */
  public static final double DEFAULT_THRESHOLD = 0.1;

  private static final Comparator<SitePrediction> ORDER =
      Comparator.comparingInt(SitePrediction::position)
          .thenComparing(site -> site.region().strand())
          .thenComparing(site -> site.region().name())
          .thenComparing(site -> site.region().id());

  public SiteCaller {
    if (!(threshold >= 0 && threshold <= 1)) {
      throw new IllegalArgumentException("a threshold is between 0 and 1, not " + threshold);
    }
  }

  /**
   * The sites of both types in a tile, in the same order, and acceptors first.
   *
   * @param scores of all regions of the tile
   */
  public List<SitePrediction> sites(List<StrandScores> scores) {
    List<SitePrediction> sites = new ArrayList<>(sites(scores, SiteType.ACCEPTOR));
    sites.addAll(sites(scores, SiteType.DONOR));
    sites.sort(ORDER);
    return sites;
  }

  /**
   * The sites of one type in a tile, by position, strand (plus first), and gene.
   *
   * @param scores of all regions of the tile
   */
  public List<SitePrediction> sites(List<StrandScores> scores, SiteType type) {
    List<SitePrediction> sites = new ArrayList<>();
    for (StrandScores stretch : scores) {
      float[] values = stretch.of(type);
      for (int i = 0; i < values.length; i++) {
        // A NaN, for a base that is none, reaches no threshold.
        if (values[i] >= threshold) {
          sites.add(new SitePrediction(stretch.region(), stretch.start() + i, type, values[i]));
        }
      }
    }
    sites.sort(ORDER);
    return sites;
  }
}

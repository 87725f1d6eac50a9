package org.splicespark.testing;

import java.util.List;
import org.splicespark.model.Batch;
import org.splicespark.model.Channels;
import org.splicespark.model.Ensemble;
import org.splicespark.model.Probabilities;
import org.splicespark.model.SiteType;
import org.splicespark.model.SpliceModel;

/**
 * A {@link MotifModel} in four tissues: the probability of a site of either type, of which
 * acceptors count more in the first tissues and donors more in the last.
 */
public final class TissueModel implements SpliceModel {
  public static final Channels TISSUES =
      Channels.tissues(List.of("heart", "liver", "brain", "testis"));

  private final MotifModel motifs;
  private final int shift;

  public TissueModel(int flank) {
    this(flank, 0);
  }

  /**
   * @param shift by how many bases it takes a donor for further to the right
   */
  private TissueModel(int flank, int shift) {
    this.motifs = new MotifModel(flank - 2 * shift);
    this.shift = shift;
  }

  /** Two that do not agree about where a donor is. */
  public static SpliceModel replicates(int flank) {
    return new Ensemble(List.of(new TissueModel(flank, 0), new TissueModel(flank, 1)));
  }

  @Override
  public int flank() {
    return motifs.flank() + 2 * shift;
  }

  @Override
  public Channels channels() {
    return TISSUES;
  }

  @Override
  public Probabilities score(Batch batch) {
    Probabilities sites = motifs.score(batch);
    int length = sites.length() - 2 * shift;
    float[] values = new float[sites.count() * 4 * length];
    for (int n = 0; n < sites.count(); n++) {
      for (int tissue = 0; tissue < 4; tissue++) {
        for (int i = 0; i < length; i++) {
          float acceptor = sites.at(n, SiteType.ACCEPTOR, i + shift) * (4 - tissue) / 5;
          float donor = sites.at(n, SiteType.DONOR, i) * (1 + tissue) / 5;
          values[(n * 4 + tissue) * length + i] = acceptor + donor;
        }
      }
    }
    return new Probabilities(TISSUES, sites.count(), length, values);
  }

  @Override
  public void close() {
    // holds nothing
  }
}

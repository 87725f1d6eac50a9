package org.splicespark.predict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.splicespark.genome.DnaSequence;
import org.splicespark.genome.Genome;
import org.splicespark.genome.Interval;
import org.splicespark.genome.Strand;
import org.splicespark.model.Batch;
import org.splicespark.model.Probabilities;
import org.splicespark.model.SiteType;
import org.splicespark.model.SpliceModel;

/**
 * Asks the network about tiles. Each window is a stretch of the core with half a flank of real
 * bases on either side; N stands for what is outside the contig or not readable.
 *
 * <p>A base that is no A, C, G or T is never called. Runs of such bases that are longer than the
 * flank are not computed either; bases beside them see the same context as if they were.
 */
public final class TileScorer {
  private final Genome genome;
  private final SpliceModel model;
  private final int half;

  public TileScorer(Genome genome, SpliceModel model) {
    this.genome = genome;
    this.model = model;
    this.half = model.flank() / 2;
  }

  /** All strands and genes of a tile, region by region, those of a region in ascending order. */
  public List<StrandScores> score(TileOfGenome tile) {
    List<StrandScores> scores = new ArrayList<>();
    for (Region region : tile.regions()) {
      Interval share = tile.share(region);
      byte[] bases = read(region, share);
      int to = half + share.length();
      for (Gaps.Piece piece : Gaps.between(bases, half, to, model.flank())) {
        scores.add(scored(region, share.start() - half, bases, piece));
      }
    }
    return scores;
  }

  /** The share with half a flank on either side. */
  private byte[] read(Region region, Interval share) {
    int start = share.start() - half;
    byte[] bases = genome.basesPadded(share.contig(), start, share.end() + half);
    int from = Math.max(0, region.readable().start() - start);
    int to = Math.min(bases.length, region.readable().end() - start);
    Arrays.fill(bases, 0, from, (byte) 'N');
    Arrays.fill(bases, to, bases.length, (byte) 'N');
    return bases;
  }

  /**
   * @param offset place of the first of the bases on the contig; may be negative
   */
  private StrandScores scored(Region region, int offset, byte[] bases, Gaps.Piece piece) {
    byte[] window = Arrays.copyOfRange(bases, piece.from() - half, piece.to() + half);
    boolean plus = region.strand() == Strand.PLUS;
    byte[] read = plus ? window : DnaSequence.reverseComplement(window);
    Probabilities answer = model.score(Batch.of(List.of(read)));
    return new StrandScores(
        region,
        offset + piece.from(),
        forward(answer, SiteType.ACCEPTOR, plus, window),
        forward(answer, SiteType.DONOR, plus, window));
  }

  private float[] forward(Probabilities answer, SiteType type, boolean plus, byte[] window) {
    float[] values = answer.track(0, type, 0, answer.length());
    if (!plus) {
      reverse(values);
    }
    for (int i = 0; i < values.length; i++) {
      if (!Gaps.isBase(window[half + i])) {
        values[i] = Float.NaN;
      }
    }
    return values;
  }

  private static void reverse(float[] values) {
    for (int i = 0, j = values.length - 1; i < j; i++, j--) {
      float kept = values[i];
      values[i] = values[j];
      values[j] = kept;
    }
  }
}

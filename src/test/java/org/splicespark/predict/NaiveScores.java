package org.splicespark.predict;

import java.util.List;
import org.splicespark.genome.DnaSequence;
import org.splicespark.genome.Genome;
import org.splicespark.genome.Strand;
import org.splicespark.model.Batch;
import org.splicespark.model.SiteType;
import org.splicespark.model.SpliceModel;

/** The plainest way to a score: a window of its own for each base. */
final class NaiveScores {
  private NaiveScores() {}

  /** NaN where the reference has no base. */
  static float at(Genome genome, SpliceModel model, Region region, int position, SiteType type) {
    int half = model.flank() / 2;
    String contig = region.span().contig();
    byte[] window = genome.basesPadded(contig, position - half, position + half + 1);
    for (int i = 0; i < window.length; i++) {
      if (!region.readable().contains(position - half + i)) {
        window[i] = 'N';
      }
    }
    if (DnaSequence.channel(window[half]) < 0) {
      return Float.NaN;
    }
    byte[] read = region.strand() == Strand.PLUS ? window : DnaSequence.reverseComplement(window);
    return model.score(Batch.of(List.of(read))).at(0, type, 0);
  }
}

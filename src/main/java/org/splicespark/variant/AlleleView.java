package org.splicespark.variant;

import java.util.ArrayList;
import java.util.List;
import org.splicespark.genome.Gene;
import org.splicespark.genome.Interval;
import org.splicespark.genome.Transcript;
import org.splicespark.model.SiteType;

/**
 * One allele in one gene with all that its delta scores were found in, for people to look at.
 *
 * @param pos the record's first base, 0-based
 * @param score counts positions from {@code pos}
 */
public record AlleleView(Gene gene, int pos, Query query, Tracks tracks, DeltaScore score) {

  /** Bases that were looked at: the window of the reference. */
  public int bases() {
    return query.referenceOutputs();
  }

  /** Where the window's i-th base is, in bases from the record's POS. */
  public int fromPos(int i) {
    return query.firstOutput() + i - pos;
  }

  /** Probabilities at the window's bases, along the forward strand. */
  public float[] reference(SiteType type) {
    return tracks.of(type).reference();
  }

  /**
   * The alternate's probabilities at the same bases: 0 at deleted ones, the largest of inserted
   * ones where they are.
   */
  public float[] alternate(SiteType type) {
    return DeltaScorer.aligned(tracks.of(type).alternate(), query);
  }

  /**
   * Exons of the transcript that stands for the gene; none where its boundaries do not pair up, as
   * of a union of transcripts.
   */
  public List<Interval> exons() {
    Transcript transcript = gene.representative();
    List<Interval> exons = new ArrayList<>();
    int before = 0;
    for (int i = 0; i < transcript.exonStarts().size(); i++) {
      int start = transcript.exonStarts().get(i);
      int end = i < transcript.exonEnds().size() ? transcript.exonEnds().get(i) : start;
      if (start < before || end <= start) {
        return List.of();
      }
      exons.add(new Interval(gene.contig(), start, end));
      before = end;
    }
    return exons.size() == transcript.exonEnds().size() ? exons : List.of();
  }
}

package org.splicespark.dataset.paralog;

import java.io.Serializable;
import java.util.Comparator;

/**
 * A held-out gene and the gene it is like.
 *
 * @param gene the held-out gene
 * @param match the training gene
 * @param identity matching bases / columns of the alignment, gaps included; 0 to 1
 * @param coverage bases of the held-out gene from the alignment's start to its end / its length; 0
 *     to 1
 */
public record ParalogMatch(String gene, String match, double identity, double coverage)
    implements Paralog, Serializable {

  /** Greatest identity times coverage first; ties by the match's name. */
  public static final Comparator<ParalogMatch> BEST_FIRST =
      Comparator.comparingDouble((ParalogMatch match) -> -match.identity * match.coverage)
          .thenComparing(ParalogMatch::match)
          .thenComparingDouble(match -> -match.identity);
}

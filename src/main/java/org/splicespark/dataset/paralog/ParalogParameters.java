package org.splicespark.dataset.paralog;

import java.io.Serializable;

/**
 * When two genes count as paralogs, and how hard they are compared. The defaults are those of
 * OpenSpliceAI, which asks minimap2 with the preset map-ont.
 *
 * @param minIdentity least share of matching bases among an alignment's columns, gaps included; 0
 *     to 1
 * @param minCoverage least share of the held-out gene's bases that one alignment spans; 0 to 1
 */
public record ParalogParameters(
    double minIdentity, double minCoverage, Seeding seeding, Alignment alignment)
    implements Serializable {

  public static final ParalogParameters DEFAULTS =
      new ParalogParameters(0.8, 0.5, Seeding.DEFAULTS, Alignment.DEFAULTS);

  public ParalogParameters {
    if (!(minIdentity >= 0 && minIdentity <= 1) || !(minCoverage >= 0 && minCoverage <= 1)) {
      throw new IllegalArgumentException(
          "identity and coverage of paralogs must be from 0 to 1, not "
              + minIdentity
              + " and "
              + minCoverage);
    }
  }

  /** The same effort with other thresholds. */
  public ParalogParameters with(double identity, double coverage) {
    return new ParalogParameters(identity, coverage, seeding, alignment);
  }

  /**
   * Which short words are compared.
   *
   * @param k bases of a word, odd and at most 15
   * @param window words of which the least is a minimiser
   * @param maxOccurrences a word that one gene has more often is passed over: it is a repeat
   * @param sketch minimisers of a held-out gene that candidates are looked up with
   * @param maxGenes a word that more training genes have finds no candidate
   * @param minSeeds shared words that make a candidate, and anchors that make a chain
   */
  public record Seeding(
      int k, int window, int maxOccurrences, int sketch, int maxGenes, int minSeeds)
      implements Serializable {
    public static final Seeding DEFAULTS = new Seeding(15, 10, 10, 1024, 200, 3);

    public Seeding {
      if (k < 3 || k > 15 || k % 2 == 0 || window < 1) {
        throw new IllegalArgumentException("no minimisers with k=" + k + ", w=" + window);
      }
    }
  }

  /**
   * How words become an alignment.
   *
   * @param minScore least score of a chain, in matching bases
   * @param maxGap most bases between neighbouring anchors, on either gene
   * @param lookBack anchors before one that may be its predecessor
   * @param chains best chains of a pair and strand that are aligned
   * @param maxCells a gap whose table is larger stays unaligned and ends the alignment
   * @param zDrop an alignment ends where its score falls this far below its best
   */
  public record Alignment(
      int minScore, int maxGap, int lookBack, int chains, int maxCells, int zDrop)
      implements Serializable {
    public static final Alignment DEFAULTS = new Alignment(40, 5000, 200, 5, 4_000_000, 400);
  }
}

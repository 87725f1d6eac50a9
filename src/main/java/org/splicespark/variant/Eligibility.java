package org.splicespark.variant;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.splicespark.genome.DnaSequence;
import org.splicespark.genome.Genome;

/** Which alleles can be scored, and why the others cannot. */
final class Eligibility {
  /** An insertion is computed in one piece: at this length some seconds, and some 100 MB. */
  static final int LONGEST_ALT = 100_000;

  private final Genome genome;
  private final ScoringParameters parameters;
  private final int half;

  Eligibility(Genome genome, ScoringParameters parameters, int flank) {
    this.genome = genome;
    this.parameters = parameters;
    this.half = flank / 2;
  }

  /** What rules an ALT out whatever its place. */
  Optional<SkipReason> ofSpelling(String ref, String alt) {
    if (alt.equals(".") || alt.isEmpty()) {
      return Optional.of(SkipReason.NO_ALT);
    }
    if (alt.equals("*")) {
      return Optional.of(SkipReason.STAR);
    }
    if (alt.chars().anyMatch(c -> "<>[].*-".indexOf(c) >= 0)) {
      return Optional.of(SkipReason.SYMBOLIC);
    }
    if (!isPlain(ref) || !isPlain(alt) || !isKnown(ref) || !isKnown(alt)) {
      return Optional.of(SkipReason.IUPAC);
    }
    return alt.length() > LONGEST_ALT ? Optional.of(SkipReason.ALT_TOO_LONG) : Optional.empty();
  }

  private static boolean isPlain(String bases) {
    return DnaSequence.isPlain(bases.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
  }

  /** Pangolin looks for one of these letters, and for it small ones are others. */
  private boolean isKnown(String bases) {
    return parameters.rules() != Rules.PANGOLIN
        || bases.chars().anyMatch(c -> "ACGT".indexOf(c) >= 0);
  }

  /** A record may name a telomere (POS 0), or bases that the contig does not have. */
  boolean isInside(String contig, VariantRecord record) {
    long end = (long) record.start() + record.ref().length();
    return record.start() >= 0 && end <= genome.contigs().get(contig);
  }

  /** What rules an allele with a place out, in the order in which the published scorers look. */
  Optional<SkipReason> ofPlace(Allele allele, String spelledRef) {
    return switch (parameters.rules()) {
      case OWN, CI_SPLICEAI -> ofReference(allele, allele.ref());
      // These and Pangolin take a REF in lower case for a mismatch.
      case COMPAT -> ofReference(allele, spelledRef).or(() -> ofCompat(allele));
      case PANGOLIN -> ofPangolin(allele).or(() -> ofReference(allele, spelledRef));
    };
  }

  /**
   * @param ref REF as it is to be compared
   */
  private Optional<SkipReason> ofReference(Allele allele, String ref) {
    byte[] bases = genome.bases(allele.place());
    return Arrays.equals(bases, ref.getBytes(StandardCharsets.UTF_8))
        ? Optional.empty()
        : Optional.of(SkipReason.REF_MISMATCH);
  }

  private Optional<SkipReason> ofCompat(Allele allele) {
    int reach = half + parameters.distance();
    if (leavesContig(allele, reach + 1)) {
      return Optional.of(SkipReason.CONTIG_END);
    }
    // The published scorers read REF inside their window, which at small flanks is shorter than 2D.
    if (allele.refLength() > Math.min(2 * parameters.distance(), reach + 1)) {
      return Optional.of(SkipReason.REF_TOO_LONG);
    }
    return allele.refLength() > 1 && allele.altLength() > 1
        ? Optional.of(SkipReason.MNV)
        : Optional.empty();
  }

  private Optional<SkipReason> ofPangolin(Allele allele) {
    int m = allele.refLength();
    int n = allele.altLength();
    if (m > 1 && n > 1 && m != n) {
      return Optional.of(SkipReason.DELINS);
    }
    if (m > 2 * parameters.distance()) {
      return Optional.of(SkipReason.REF_TOO_LONG);
    }
    return leavesContig(allele, m + half + parameters.distance())
        ? Optional.of(SkipReason.CONTIG_END)
        : Optional.empty();
  }

  /**
   * @param bases that are read from the allele's first on
   */
  private boolean leavesContig(Allele allele, int bases) {
    int before = allele.start() - half - parameters.distance();
    return before < 0 || allele.start() + bases > genome.contigs().get(allele.contig());
  }
}

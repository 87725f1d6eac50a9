package org.splicespark.variant;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.splicespark.genome.DnaSequence;
import org.splicespark.genome.Genome;
import org.splicespark.genome.Interval;

/** Which alleles can be scored, and why the others cannot. */
final class Eligibility {
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
    return isPlain(ref) && isPlain(alt) ? Optional.empty() : Optional.of(SkipReason.IUPAC);
  }

  private static boolean isPlain(String bases) {
    return DnaSequence.isPlain(bases.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
  }

  /** A record may name a telomere (POS 0), or bases that the contig does not have. */
  boolean isInside(String contig, VariantRecord record) {
    long end = (long) record.start() + record.ref().length();
    return record.start() >= 0 && end <= genome.contigs().get(contig);
  }

  /** What rules an allele with a place out, in the order in which the published scorers look. */
  Optional<SkipReason> ofPlace(Allele allele, String spelledRef) {
    if (!isReference(allele, spelledRef)) {
      return Optional.of(SkipReason.REF_MISMATCH);
    }
    return parameters.compat() ? ofCompat(allele) : Optional.empty();
  }

  private Optional<SkipReason> ofCompat(Allele allele) {
    int reach = half + parameters.distance();
    int length = genome.contigs().get(allele.contig());
    if (allele.start() - reach < 0 || allele.start() + reach + 1 > length) {
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

  /**
   * The published scorers take a REF in lower case for a mismatch; we do so only where we are asked
   * to be like them.
   */
  private boolean isReference(Allele allele, String spelledRef) {
    Interval place = allele.place();
    String ref = parameters.compat() ? spelledRef : allele.ref();
    return Arrays.equals(genome.bases(place), ref.getBytes(StandardCharsets.UTF_8));
  }
}

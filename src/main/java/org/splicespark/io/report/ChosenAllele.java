package org.splicespark.io.report;

import java.util.List;
import java.util.Optional;
import org.splicespark.variant.VariantRecord;

/**
 * An allele of which a picture is wanted.
 *
 * @param position POS, 1-based
 * @param said its strongest entry in a VCF; empty where it comes from none
 */
public record ChosenAllele(
    String contig, int position, String ref, String alt, Optional<Said> said) {

  /** What a VCF has: a gene's symbol and the four delta scores. */
  public record Said(String symbol, List<Double> deltas) {}

  static ChosenAllele of(TopAllele top) {
    ScoredEntry entry = top.entry();
    Said said = new Said(entry.symbol(), entry.deltas());
    return new ChosenAllele(
        top.contig(), top.position(), top.ref(), entry.alt(), Optional.of(said));
  }

  /** As it stands in a VCF. */
  public VariantRecord record() {
    return new VariantRecord(contig, position - 1, ref, List.of(alt));
  }

  /** Equal alleles are one, whatever is said of them. */
  public String name() {
    return contig + ":" + position + ":" + ref + ":" + alt;
  }
}

package org.splicespark.variant;

import java.util.List;

/**
 * The part of a VCF record that is scored.
 *
 * @param contig as the VCF spells it
 * @param start first base of REF, 0-based
 * @param ref as the VCF spells it
 * @param alts as the VCF spells them; empty if it has none
 */
public record VariantRecord(String contig, int start, String ref, List<String> alts) {

  public VariantRecord {
    alts = List.copyOf(alts);
  }
}

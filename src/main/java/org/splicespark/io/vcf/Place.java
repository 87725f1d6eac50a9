package org.splicespark.io.vcf;

import java.io.Serializable;
import java.util.Objects;

/**
 * Where a record stands.
 *
 * @param contig CHROM as in the file
 * @param position POS as in the file: 1-based
 */
public record Place(String contig, int position) implements Serializable {

  public Place {
    Objects.requireNonNull(contig, "contig");
  }

  @Override
  public String toString() {
    return contig + ":" + position;
  }
}

package org.splicespark.variant;

/**
 * A query's replacement, lengthened by reference bases behind it to one of few lengths, so that
 * alleles of different lengths can go through the network together. It says the same: what is put
 * in is what stood there.
 *
 * @param removed reference bases that go, from the allele's first
 * @param extra reference bases that are put back behind ALT
 */
record SharedEdit(int removed, int extra) {

  /** Inserted bases are 1, 4, 8, 16, 32, ... */
  static SharedEdit of(Query query) {
    int n = query.allele().altLength();
    int length = n == 1 ? 1 : Math.max(4, Integer.highestOneBit(n - 1) << 1);
    return new SharedEdit(query.allele().refLength() + length - n, length - n);
  }
}

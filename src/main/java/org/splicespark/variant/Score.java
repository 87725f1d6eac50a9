package org.splicespark.variant;

/** What an allele does in a gene. */
public sealed interface Score permits DeltaScore, TissueScore {

  /** The largest of its numbers, by which the most significant gene is chosen. */
  float largest();

  /**
   * A score and where it is.
   *
   * @param score -1 to 1
   * @param position bases from the record's POS, on the forward strand
   */
  record Peak(float score, int position) {

    /** The first of the largest values. */
    static Peak highest(float[] values, int firstPosition) {
      int best = first(values);
      return new Peak(values[best], firstPosition + best);
    }

    /**
     * @throws ArithmeticException if a value is no number: comparisons with it are never true, so
     *     it would be passed over, and what is left be printed
     */
    static int first(float[] values) {
      int best = 0;
      for (int i = 0; i < values.length; i++) {
        if (Float.isNaN(values[i])) {
          throw new ArithmeticException("the network's answer is no number");
        }
        if (values[i] > values[best]) {
          best = i;
        }
      }
      return best;
    }
  }
}

package org.splicespark.djl;

/**
 * How much goes through the network at once; decides speed and memory, and no score.
 *
 * @param positions of a batch of windows, over all its sequences; one sequence is never split
 * @param editPositions of a batch of edits, over all its strips
 */
record Budget(int positions, int editPositions) {
  /**
   * Measured with strips at a flank of 10000: 6,000 positions reach 73 % of the matrix product's
   * rate, 24,000 84 %, 100,000 82 %.
   */
  static final Budget CPU = new Budget(131_072, 24_000);

  /** Not tuned: enough to fill a large card, little of its memory. */
  static final Budget GPU = new Budget(2_097_152, 1_000_000);
}

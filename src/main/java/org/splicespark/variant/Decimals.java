package org.splicespark.variant;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How a score is printed.
 *
 * @param digits after the point
 * @param signedZero a number that rounds to zero from below keeps its sign
 */
record Decimals(int digits, boolean signedZero) implements Serializable {

  Decimals {
    if (digits < 0 || digits > 9) {
      throw new IllegalArgumentException("decimals must be 0 to 9, not " + digits);
    }
  }

  /** All digits. Rounded as C and Python do: the exact binary value, half to even. */
  String fixed(float value) {
    BigDecimal rounded = new BigDecimal(value).setScale(digits, RoundingMode.HALF_EVEN);
    return sign(value, rounded) + rounded.toPlainString();
  }

  /**
   * As few digits as say the same, at least one. Rounded as NumPy does: scaled and rounded in
   * single precision, half to even.
   */
  String shortest(float value) {
    double scaled = Math.rint(value * (float) Math.pow(10, digits));
    BigDecimal rounded = BigDecimal.valueOf((long) scaled, digits).stripTrailingZeros();
    return sign(value, rounded) + rounded.setScale(Math.max(1, rounded.scale())).toPlainString();
  }

  private String sign(float value, BigDecimal rounded) {
    boolean negative = value < 0 || 1 / value < 0;
    return signedZero && negative && rounded.signum() == 0 ? "-" : "";
  }
}

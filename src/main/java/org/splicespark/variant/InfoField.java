package org.splicespark.variant;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import org.splicespark.variant.DeltaScore.Peak;
import org.splicespark.variant.Outcome.Scored;
import org.splicespark.variant.Outcome.Skipped;

/**
 * How outcomes stand in a VCF: the one place that knows the two INFO entries, {@code KEY} with the
 * scores and {@code KEY_STATUS} with the reasons of the alleles that have none.
 *
 * @param key the INFO key
 * @param decimals digits after the point of a delta score
 * @param signedZero print a loss that rounds to zero from below as {@code -0.00}, as the published
 *     scorers do
 */
public record InfoField(String key, int decimals, boolean signedZero) implements Serializable {
  public static final String DEFAULT_KEY = "OpenSpliceAI";
  public static final int DEFAULT_DECIMALS = 2;

  /** The order that downstream tools split on. */
  public static final String FORMAT =
      "ALLELE|SYMBOL|DS_AG|DS_AL|DS_DG|DS_DL|DP_AG|DP_AL|DP_DG|DP_DL";

  public InfoField {
    if (!key.matches("[A-Za-z_][0-9A-Za-z_.]*")) {
      throw new IllegalArgumentException("not an INFO key of a VCF: " + key);
    }
    if (decimals < 0 || decimals > 9) {
      throw new IllegalArgumentException("decimals must be 0 to 9, not " + decimals);
    }
  }

  public String statusKey() {
    return key + "_STATUS";
  }

  /** The key of the reason in the file that keeps the records whose scoring failed. */
  private String failureKey() {
    return key + "_FAILURE";
  }

  /** The line that declares what {@link #failure} writes. */
  public String failureHeaderLine() {
    return "##INFO=<ID="
        + failureKey()
        + ",Number=1,Type=String,Description=\"Why the scoring of this record failed\">";
  }

  /** The INFO text of a record whose scoring failed. */
  public String failure(String why) {
    return failureKey() + "=" + encoded(why);
  }

  public Set<String> keys() {
    return new LinkedHashSet<>(List.of(key, statusKey()));
  }

  /**
   * @param made what made the scores, in words; stands in the descriptions
   */
  public List<String> headerLines(String made) {
    String words = made.replace("\\", "\\\\").replace("\"", "\\\"");
    return List.of(
        "##INFO=<ID="
            + key
            + ",Number=.,Type=String,Description=\"Delta scores of splicing by "
            + words
            + ". DS: delta score, DP: position of the change in bases from POS, of acceptor gain (AG),"
            + " acceptor loss (AL), donor gain (DG), donor loss (DL). Format: "
            + FORMAT
            + "\">",
        "##INFO=<ID="
            + statusKey()
            + ",Number=.,Type=String,Description=\"Why an allele has no delta scores. Format: ALLELE|REASON\">");
  }

  /** The text to append to a record's INFO; empty if there is nothing to say. */
  public String text(List<Outcome> outcomes) {
    StringJoiner scores = new StringJoiner(",");
    Set<String> reasons = new LinkedHashSet<>();
    for (Outcome outcome : outcomes) {
      if (outcome instanceof Scored scored) {
        scores.add(entry(scored));
      } else if (outcome instanceof Skipped skipped) {
        reasons.add(encoded(skipped.alt()) + "|" + skipped.reason());
        if (skipped.reason() == SkipReason.MNV) {
          scores.add(encoded(skipped.alt()) + "|" + encoded(skipped.symbol()) + "|.".repeat(8));
        }
      }
    }
    StringJoiner text = new StringJoiner(";");
    if (scores.length() > 0) {
      text.add(key + "=" + scores);
    }
    if (!reasons.isEmpty()) {
      text.add(statusKey() + "=" + String.join(",", reasons));
    }
    return text.toString();
  }

  private String entry(Scored scored) {
    DeltaScore score = scored.score();
    List<Peak> peaks =
        List.of(score.acceptorGain(), score.acceptorLoss(), score.donorGain(), score.donorLoss());
    StringJoiner entry = new StringJoiner("|");
    entry.add(encoded(scored.alt())).add(encoded(scored.symbol()));
    peaks.forEach(peak -> entry.add(decimal(peak.score())));
    peaks.forEach(peak -> entry.add(Integer.toString(peak.position())));
    return entry.toString();
  }

  /** Rounded as C and Python do: the exact binary value, half to even. */
  private String decimal(float value) {
    BigDecimal rounded = new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN);
    boolean negativeZero = rounded.signum() == 0 && (value < 0 || 1 / value < 0);
    return (negativeZero && signedZero ? "-" : "") + rounded.toPlainString();
  }

  /** Percent-encodes what has a meaning in INFO (VCF 4.3, section 1.2) or in our own format. */
  static String encoded(String text) {
    StringBuilder encoded = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean special = ",;=|%".indexOf(c) >= 0 || c <= ' ';
      encoded.append(special ? String.format(java.util.Locale.ROOT, "%%%02X", (int) c) : c);
    }
    return encoded.toString();
  }
}

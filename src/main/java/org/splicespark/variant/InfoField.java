package org.splicespark.variant;

import java.io.Serializable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import org.splicespark.model.Family;
import org.splicespark.variant.Outcome.Scored;
import org.splicespark.variant.Outcome.Skipped;
import org.splicespark.variant.Score.Peak;

/**
 * How outcomes stand in a VCF: the one place that knows the two INFO entries, {@code KEY} with the
 * scores and {@code KEY_STATUS} with the reasons of the alleles that have none.
 *
 * @param key the INFO key
 * @param decimals digits after the point of a score
 * @param signedZero print a number that rounds to zero from below as {@code -0.00}, as the
 *     published scorers do
 * @param title what the scores are, at the head of the description
 */
public record InfoField(String key, int decimals, boolean signedZero, Layout layout, String title)
    implements Serializable {
  public static final String DEFAULT_KEY = "OpenSpliceAI";
  public static final int DEFAULT_DECIMALS = 2;

  /** Pangolin's word for a gene without annotated sites. */
  private static final String NOTHING_TO_MASK_BY = "NoAnnotatedSitesToMaskForThisGene";

  /** What stands in an entry. */
  public enum Layout {
    /** Four delta scores and their positions, in the order that downstream tools split on. */
    DELTAS(
        "ALLELE|SYMBOL|DS_AG|DS_AL|DS_DG|DS_DL|DP_AG|DP_AL|DP_DG|DP_DL",
        "DS: delta score, DP: position of the change in bases from POS, of acceptor gain (AG),"
            + " acceptor loss (AL), donor gain (DG), donor loss (DL)."),
    /** Pangolin's: the largest increase and the largest decrease, of the first ALT. */
    GENE_CHANGES(
        "gene|pos:score_change|pos:score_change|warnings,...",
        "The largest increase and the largest decrease of a splice site's score by the first ALT, with"
            + " their positions in bases from POS.");

    private final String format;
    private final String legend;

    Layout(String format, String legend) {
      this.format = format;
      this.legend = legend;
    }

    /** The fields of an entry, as a header's description has them. */
    public String format() {
      return format;
    }
  }

  public InfoField {
    if (!key.matches("[A-Za-z_][0-9A-Za-z_.]*")) {
      throw new IllegalArgumentException("not an INFO key of a VCF: " + key);
    }
    new Decimals(decimals, signedZero);
  }

  /** The same under the name of the program whose networks are asked. */
  public InfoField named(Family family) {
    // A hyphen has no place in a key.
    return new InfoField(family.label().replace("-", ""), decimals, signedZero, layout, title);
  }

  /** Four delta scores, under our own title. */
  public InfoField(String key, int decimals, boolean signedZero) {
    this(key, decimals, signedZero, Layout.DELTAS, "Delta scores of splicing");
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
            + ",Number=.,Type=String,Description=\""
            + title
            + " by "
            + words
            + ". "
            + layout.legend
            + " Format: "
            + layout.format
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
    Decimals number = new Decimals(decimals, signedZero);
    String name = encoded(scored.symbol());
    return scored.score() instanceof DeltaScore deltas
        ? encoded(scored.alt()) + "|" + name + entry(deltas, number)
        : name + entry((TissueScore) scored.score(), number);
  }

  private static String entry(DeltaScore score, Decimals number) {
    List<Peak> peaks =
        List.of(score.acceptorGain(), score.acceptorLoss(), score.donorGain(), score.donorLoss());
    StringBuilder entry = new StringBuilder();
    peaks.forEach(peak -> entry.append('|').append(number.fixed(peak.score())));
    peaks.forEach(peak -> entry.append('|').append(peak.position()));
    return entry.toString();
  }

  private static String entry(TissueScore score, Decimals number) {
    StringBuilder entry = new StringBuilder();
    for (Peak peak : List.of(score.gain(), score.loss())) {
      entry.append('|').append(peak.position()).append(':').append(number.shortest(peak.score()));
    }
    return entry + "|Warnings:" + (score.unmaskable() ? NOTHING_TO_MASK_BY : "");
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

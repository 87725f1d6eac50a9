package org.splicespark.io.report;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * One allele in one gene, as an INFO entry has it.
 *
 * @param deltas how large each change is, in the order of its {@link ScoreLayout}
 * @param places of the changes, in bases from POS
 */
record ScoredEntry(String alt, String symbol, List<Double> deltas, List<Integer> places) {
  private static final int FIELDS = 10;
  private static final int FIELDS_OF_CHANGES = 4;

  /**
   * @param text {@code ALLELE|SYMBOL|DS_AG|DS_AL|DS_DG|DS_DL|DP_AG|DP_AL|DP_DG|DP_DL}
   * @return empty if it has no numbers; they may be points
   * @throws IllegalArgumentException if it is no such entry
   */
  static Optional<ScoredEntry> of(String text) {
    String[] fields = text.split("\\|", -1);
    if (fields.length != FIELDS) {
      throw new IllegalArgumentException("not ten fields");
    }
    List<String> numbers = List.of(fields).subList(2, FIELDS);
    if (numbers.contains(".")) {
      return Optional.empty();
    }
    List<Double> deltas = numbers.subList(0, 4).stream().map(ScoredEntry::delta).toList();
    List<Integer> places = numbers.subList(4, 8).stream().map(Integer::valueOf).toList();
    return Optional.of(new ScoredEntry(decoded(fields[0]), decoded(fields[1]), deltas, places));
  }

  /**
   * Pangolin's; a decrease, which is negative there, counts by its size.
   *
   * @param text {@code gene|pos:largest_increase|pos:largest_decrease|Warnings:}
   * @throws IllegalArgumentException if it is no such entry
   */
  static ScoredEntry ofChanges(String text, String alt) {
    String[] fields = text.split("\\|", -1);
    if (fields.length != FIELDS_OF_CHANGES) {
      throw new IllegalArgumentException("not four fields");
    }
    List<String[]> changes =
        List.of(fields).subList(1, 3).stream().map(change -> change.split(":", 2)).toList();
    if (changes.stream().anyMatch(change -> change.length != 2)) {
      throw new IllegalArgumentException("no position");
    }
    List<Double> deltas = List.of(delta(changes.get(0)[1]), 0.0 - delta(changes.get(1)[1]));
    List<Integer> places = changes.stream().map(change -> Integer.valueOf(change[0])).toList();
    return new ScoredEntry(alt, decoded(fields[0]), deltas, places);
  }

  private static double delta(String text) {
    double delta = Double.parseDouble(text);
    if (!(Math.abs(delta) <= 1)) {
      throw new IllegalArgumentException("no delta score");
    }
    return delta;
  }

  /** Percent-encoded as the VCF specification has it; a plus sign is one. */
  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException asItIs) {
      return text;
    }
  }

  /** Which of them is the largest, the first of equals. */
  int best() {
    int best = 0;
    for (int i = 1; i < deltas.size(); i++) {
      best = deltas.get(i) > deltas.get(best) ? i : best;
    }
    return best;
  }

  double largest() {
    return deltas.get(best());
  }
}

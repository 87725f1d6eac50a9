package org.splicespark.io.report;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * One allele in one gene, as an INFO entry has it.
 *
 * @param deltas acceptor gain, acceptor loss, donor gain, donor loss
 * @param places of the changes, in bases from POS
 */
record ScoredEntry(String alt, String symbol, List<Double> deltas, List<Integer> places) {
  static final List<String> TYPES =
      List.of("Acceptor gain", "Acceptor loss", "Donor gain", "Donor loss");
  private static final int FIELDS = 10;

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
    List<Double> deltas = numbers.subList(0, 4).stream().map(Double::valueOf).toList();
    if (!deltas.stream().allMatch(delta -> Math.abs(delta) <= 1)) {
      throw new IllegalArgumentException("no delta scores");
    }
    List<Integer> places = numbers.subList(4, 8).stream().map(Integer::valueOf).toList();
    return Optional.of(new ScoredEntry(decoded(fields[0]), decoded(fields[1]), deltas, places));
  }

  /** Percent-encoded as the VCF specification has it; a plus sign is one. */
  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException asItIs) {
      return text;
    }
  }

  /** Which of the four is the largest, the first of equals. */
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

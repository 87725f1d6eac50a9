package org.splicespark.testing;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the reference data call agreement: scores within a tolerance, the same at two decimals but
 * near a rounding edge, and the same positions wherever the expected score is at least 0.001.
 *
 * @param key the INFO key of both files
 * @param tolerance largest difference of a score
 */
public record Agreement(String key, double tolerance) {
  private static final double EDGE = 2e-4;
  private static final double POSITION_MATTERS = 0.001;
  private static final int FIRST_SCORE = 2;
  private static final int SCORES = 4;

  /** A record's identity and its entries. */
  public record Line(String place, List<String[]> entries) {}

  /** The records of a VCF with their entries, one per allele and gene. */
  public List<Line> lines(Path vcf) throws IOException {
    List<Line> lines = new ArrayList<>();
    for (String text : Files.readAllLines(vcf)) {
      if (!text.startsWith("#")) {
        String[] columns = text.split("\t");
        String place = String.join(" ", List.of(columns).subList(0, 5));
        lines.add(new Line(place, entries(columns[7])));
      }
    }
    return lines;
  }

  private List<String[]> entries(String info) {
    Optional<String> value =
        List.of(info.split(";")).stream().filter(e -> e.startsWith(key + "=")).findFirst();
    return value
        .map(
            v ->
                List.of(v.substring(key.length() + 1).split(",")).stream()
                    .map(e -> e.split("\\|"))
                    .toList())
        .orElse(List.of());
  }

  /** Every disagreement, in words; empty if the two agree. */
  public List<String> disagreements(List<Line> expected, List<Line> actual) {
    List<String> words = new ArrayList<>();
    if (expected.size() != actual.size()) {
      return List.of(actual.size() + " records, " + expected.size() + " expected");
    }
    for (int i = 0; i < expected.size(); i++) {
      compare(expected.get(i), actual.get(i), words);
    }
    return words;
  }

  private void compare(Line expected, Line actual, List<String> words) {
    if (!expected.place().equals(actual.place())
        || expected.entries().size() != actual.entries().size()) {
      words.add(
          expected.place() + ": " + actual.entries().size() + " entries at " + actual.place());
      return;
    }
    for (int e = 0; e < expected.entries().size(); e++) {
      compare(expected.place(), expected.entries().get(e), actual.entries().get(e), words);
    }
  }

  private void compare(String place, String[] expected, String[] actual, List<String> words) {
    for (int i = 0; i < FIRST_SCORE; i++) {
      if (!expected[i].equals(actual[i])) {
        words.add(place + ": " + actual[i] + " where " + expected[i] + " is expected");
      }
    }
    for (int s = FIRST_SCORE; s < FIRST_SCORE + SCORES; s++) {
      String difference =
          difference(expected[s], expected[s + SCORES], actual[s], actual[s + SCORES]);
      if (!difference.isEmpty()) {
        words.add(place + " field " + s + ": " + difference);
      }
    }
  }

  private String difference(String expected, String at, String actual, String actualAt) {
    if (expected.equals(".") || actual.equals(".")) {
      return expected.equals(actual) ? "" : actual + " for " + expected;
    }
    double wanted = Double.parseDouble(expected);
    double got = Double.parseDouble(actual);
    boolean near = Math.abs(wanted - got) <= tolerance + 1e-12;
    boolean rounded = round(wanted) == round(got) || nearEdge(wanted);
    boolean placed = wanted < POSITION_MATTERS || at.equals(actualAt);
    return near && rounded && placed ? "" : actual + "@" + actualAt + " for " + expected + "@" + at;
  }

  private static double round(double value) {
    return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_EVEN).doubleValue() + 0.0;
  }

  private static boolean nearEdge(double value) {
    double hundredths = Math.abs(value) * 100;
    return Math.abs(hundredths - Math.floor(hundredths) - 0.5) <= EDGE * 100;
  }
}

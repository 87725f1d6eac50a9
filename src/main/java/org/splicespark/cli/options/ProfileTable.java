package org.splicespark.cli.options;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.splicespark.variant.Profile;
import org.splicespark.variant.ScoringParameters;

/** {@link Profile} as people read it: a column for each, a row for each value. */
final class ProfileTable {
  private static final int FIRST = 13;
  private static final int OTHERS = 13;

  private ProfileTable() {}

  /** Cells, the name of the row first. */
  static List<List<String>> rows() {
    return List.of(
        row("profile", Profile::word),
        row("--info-key", profile -> profile.info().key()),
        row("--precision", profile -> profile.info().decimals()),
        scoring("-D", ScoringParameters::distance),
        scoring("-M", parameters -> parameters.masked() ? 1 : 0),
        scoring("rules", ProfileTable::rules),
        scoring("--all", parameters -> yes(parameters.genes().every())),
        scoring("--outside", parameters -> yes(parameters.genes().outside())),
        scoring("--intergenic", parameters -> yes(parameters.genes().intergenic())),
        scoring("--gene-name", parameters -> lower(parameters.genes().name())),
        row("networks for", profile -> lower(profile.answers())),
        row("flank", ProfileTable::flank));
  }

  /** Aligned, for a help text. */
  static List<String> lines() {
    return rows().stream().map(ProfileTable::line).toList();
  }

  private static List<String> row(String name, Function<Profile, Object> value) {
    List<String> cells = new ArrayList<>(List.of(name));
    Arrays.stream(Profile.values()).map(p -> String.valueOf(value.apply(p))).forEach(cells::add);
    return cells;
  }

  private static List<String> scoring(String name, Function<ScoringParameters, Object> value) {
    return row(name, profile -> value.apply(profile.scoring()));
  }

  private static String rules(ScoringParameters parameters) {
    return switch (parameters.rules()) {
      case OWN -> "our own";
      case COMPAT -> "--compat";
      case CI_SPLICEAI -> "CI-SpliceAI";
      case PANGOLIN -> "Pangolin";
    };
  }

  private static String flank(Profile profile) {
    return profile.flank().isPresent() ? "" + profile.flank().getAsInt() : "any";
  }

  private static String yes(boolean value) {
    return value ? "yes" : "no";
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static String line(List<String> cells) {
    StringBuilder line = new StringBuilder("  ");
    for (int i = 0; i < cells.size(); i++) {
      line.append(cells.get(i));
      line.append(" ".repeat(Math.max(1, 2 + FIRST + OTHERS * i - line.length())));
    }
    return line.toString().stripTrailing();
  }
}

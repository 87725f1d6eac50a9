package org.splicespark.io.report;

import java.util.List;
import java.util.Optional;
import org.splicespark.io.picture.Ink;
import org.splicespark.variant.InfoField.Layout;

/** What stands in a VCF's entries, and how a page calls it. */
enum ScoreLayout {
  /** Ten fields: four delta scores and their places. */
  DELTAS(
      Layout.DELTAS.format(),
      ",",
      List.of("Acceptor gain", "Acceptor loss", "Donor gain", "Donor loss"),
      List.of(Ink.ORANGE, Ink.ORANGE, Ink.BLUE, Ink.BLUE)) {
    @Override
    Optional<ScoredEntry> entry(String text, String firstAlt) {
      return ScoredEntry.of(text);
    }
  },
  /** Pangolin's: of a gene the largest increase and the largest decrease, by the first ALT. */
  CHANGES(
      Layout.GENE_CHANGES.format(),
      // Ours between genes, and Pangolin's own.
      ",|\\|\\|",
      List.of("Increase", "Decrease"),
      List.of(Ink.GREEN, Ink.PURPLE)) {
    @Override
    Optional<ScoredEntry> entry(String text, String firstAlt) {
      return Optional.of(ScoredEntry.ofChanges(text, firstAlt));
    }
  };

  private final String format;
  private final String separator;
  private final List<String> types;
  private final List<Ink> inks;

  ScoreLayout(String format, String separator, List<String> types, List<Ink> inks) {
    this.format = format;
    this.separator = separator;
    this.types = types;
    this.inks = inks;
  }

  /** The fields of an entry, as a header's description has them. */
  String format() {
    return format;
  }

  /** The scores of an entry, in their order. */
  List<String> types() {
    return types;
  }

  /** The colour of each. */
  List<Ink> inks() {
    return inks;
  }

  /** The entries that a record has. */
  List<String> entries(String value) {
    return List.of(value.split(separator));
  }

  /**
   * One of them.
   *
   * @param firstAlt the record's, for entries that name none
   * @return empty if it has points for numbers
   * @throws IllegalArgumentException if it is no such entry
   */
  abstract Optional<ScoredEntry> entry(String text, String firstAlt);
}

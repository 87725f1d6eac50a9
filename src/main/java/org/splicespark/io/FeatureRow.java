package org.splicespark.io;

import java.util.List;
import java.util.function.Function;
import org.splicespark.genome.Interval;

/**
 * A row of a GFF3 or GTF file.
 *
 * @param place 0-based and half-open; in the file it is 1-based and inclusive
 * @param strand as the file has it: features that are no genes may have none
 */
record FeatureRow(String type, Interval place, String strand, Attributes attributes, int line) {
  static final int COLUMNS = 9;

  /** A feature's identifier, which holds for one contig: a gene of X and Y may come on both. */
  record Key(String contig, String id) {}

  /** The row's type, or empty text for a line that is no row. */
  static String type(String text) {
    if (text.startsWith("#") || text.isBlank()) {
      return "";
    }
    int first = text.indexOf('\t');
    int second = text.indexOf('\t', first + 1);
    int third = text.indexOf('\t', second + 1);
    return first < 0 || second < 0 || third < 0 ? "?" : text.substring(second + 1, third);
  }

  static FeatureRow parse(String text, TextLines lines, Function<String, Attributes> dialect) {
    String[] columns = text.split("\t", -1);
    if (columns.length < COLUMNS) {
      throw lines.fault("has " + columns.length + " columns instead of " + COLUMNS);
    }
    int first = lines.integer(columns[3], "start");
    int last = lines.integer(columns[4], "end");
    if (first < 1 || last < first) {
      throw lines.fault("start " + first + " and end " + last + " are no interval");
    }
    // Millions of rows share a few contigs and two strands.
    return new FeatureRow(
        columns[2],
        new Interval(columns[0].intern(), first - 1, last),
        columns[6].intern(),
        dialect.apply(columns[8]),
        lines.number());
  }

  boolean isExon() {
    return type.equals("exon") || type.equals("pseudogenic_exon");
  }

  boolean isCds() {
    return type.equals("CDS");
  }

  /** True for a feature put together from two places or strands, which no one span describes. */
  boolean isTransSpliced() {
    return attributes.all("exception").contains("trans-splicing");
  }

  /** The row without its attributes, which are most of its size. */
  FeatureRow bare() {
    return new FeatureRow(type, place, strand, name -> List.of(), line);
  }

  /** This row, from the first base of both to the last. */
  FeatureRow joined(FeatureRow more) {
    return new FeatureRow(type, joined(place, more.place), strand, attributes, line);
  }

  /** The smallest interval that holds both. */
  static Interval joined(Interval one, Interval other) {
    return new Interval(
        one.contig(), Math.min(one.start(), other.start()), Math.max(one.end(), other.end()));
  }

  Key key(String id) {
    return new Key(place.contig(), id);
  }
}

package org.splicespark.io.report;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.splicespark.io.TextLines;

/** A BED file of sites, counted row by row. */
final class SiteFile {
  private static final int COLUMNS = 6;
  private static final int CONTIGS = 10_000;

  private final Map<String, Long> byContig = new LinkedHashMap<>();
  private final Histogram scores = new Histogram();
  private long plus;
  private long rows;

  /**
   * @throws org.splicespark.error.InputException if a row is no BED6 row with a score from 0 to 1
   */
  static SiteFile read(Path bed) {
    SiteFile sites = new SiteFile();
    try (TextLines lines = TextLines.open(bed)) {
      for (String line = lines.next(); line != null; line = lines.next()) {
        String[] fields = line.split("\t");
        try {
          sites.add(fields[0], Double.parseDouble(fields[COLUMNS - 2]), fields[COLUMNS - 1]);
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
          throw lines.fault("is no row of BED6 with a probability as its score");
        }
      }
    }
    return sites;
  }

  private void add(String contig, double score, String strand) {
    rows++;
    plus += strand.equals("+") ? 1 : 0;
    boolean known = byContig.containsKey(contig) || byContig.size() < CONTIGS;
    byContig.merge(known ? contig : "others", 1L, Long::sum);
    scores.add(score);
  }

  /** Rows by contig, in the file's order. */
  Map<String, Long> byContig() {
    return byContig;
  }

  Histogram scores() {
    return scores;
  }

  long rows() {
    return rows;
  }

  /** Rows on the plus strand. */
  long plus() {
    return plus;
  }
}

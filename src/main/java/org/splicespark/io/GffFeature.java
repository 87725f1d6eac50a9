package org.splicespark.io;

import java.util.List;
import java.util.Set;
import org.splicespark.genome.Interval;

/**
 * A feature of a GFF3 file that is a gene, a transcript, or anything else with an identifier: which
 * of them shows only when the whole file has been read.
 *
 * @param key what its children call it
 * @param row where it is; without attributes, of which only the label is kept
 */
record GffFeature(
    FeatureRow.Key key,
    List<FeatureRow.Key> parents,
    FeatureRow row,
    Label label,
    boolean transSpliced) {

  /**
   * What the annotation calls a feature.
   *
   * @param id without the prefix that makes it unique in the file, where the file says so
   */
  record Label(String id, String symbol, String biotype, Set<String> tags) {
    static Label of(Attributes attributes) {
      return new Label(
          attributes.first("transcript_id", "gene_id", "ID"),
          attributes.first("gene", "gene_name", "Name", "gene_id", "ID"),
          attributes.first("gene_biotype", "biotype", "gene_type"),
          Set.copyOf(attributes.all("tag")));
    }
  }

  static GffFeature of(FeatureRow row) {
    Attributes attributes = row.attributes();
    return new GffFeature(
        row.key(attributes.first("ID")),
        attributes.all("Parent").stream().map(row::key).toList(),
        row.bare(),
        Label.of(attributes),
        row.isTransSpliced());
  }

  Interval place() {
    return row.place();
  }

  boolean isGeneByType() {
    return row.type().endsWith("gene");
  }

  /** One feature may have several rows; together they span from the first to the last. */
  GffFeature joined(GffFeature more) {
    FeatureRow all = row.joined(more.row);
    return new GffFeature(key, parents, all, label, transSpliced || more.transSpliced);
  }
}

package org.splicespark.io;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.splicespark.dataset.GenePlan;

/**
 * Writes genes as CI-SpliceAI's junction table, with the coordinates and sides that {@link
 * JunctionTable} reads. Fields with commas are quoted, as pandas does it; an empty list is an empty
 * field. Every gene is written; CI-SpliceAI's own tables have none without junction.
 */
public final class JunctionTableWriter {
  /** The training table's further column. */
  static final String PARALOG = "is_paralog";

  private JunctionTableWriter() {}

  /**
   * The table that variants are annotated with.
   *
   * @param out stays open
   */
  public static void write(List<GenePlan> genes, Writer out) throws IOException {
    out.write(JunctionTable.HEADER + "\n");
    for (GenePlan gene : genes) {
      out.write(row(gene) + "\n");
    }
  }

  /**
   * The table that training data are made from: whether a gene has a paralogue is its last column,
   * True or False as pandas spells them.
   *
   * @param paralogs names of the genes that have one
   * @param out stays open
   */
  public static void writeTraining(List<GenePlan> genes, Set<String> paralogs, Writer out)
      throws IOException {
    out.write(JunctionTable.HEADER + "," + PARALOG + "\n");
    for (GenePlan gene : genes) {
      out.write(row(gene) + "," + (paralogs.contains(gene.name()) ? "True" : "False") + "\n");
    }
  }

  private static String row(GenePlan gene) {
    return String.join(
        ",",
        quoted(gene.name()),
        quoted(gene.contig()),
        String.valueOf(gene.strand().symbol()),
        Integer.toString(gene.span().start() + 1),
        Integer.toString(gene.span().end()),
        // An intron's first base counted from 0 is the base before it counted from 1.
        quoted(list(gene.intronStarts(), 0)),
        quoted(list(gene.intronEnds(), 1)));
  }

  private static String list(List<Integer> places, int shift) {
    return places.stream()
        .map(place -> Integer.toString(place + shift))
        .collect(Collectors.joining(","));
  }

  private static String quoted(String field) {
    boolean plain = field.indexOf(',') < 0 && field.indexOf('"') < 0;
    return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
  }
}

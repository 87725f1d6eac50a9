package org.splicespark.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.splicespark.genome.Gene;
import org.splicespark.genome.Interval;
import org.splicespark.genome.Strand;
import org.splicespark.genome.Transcript;

/**
 * CI-SpliceAI's junction table: comma separated with quoted lists, one gene a row, whose junctions
 * are the union over the gene's isoforms and so need not pair up.
 *
 * <p>All its numbers are GFF coordinates, 1-based and inclusive: {@code start} and {@code end} are
 * the gene's first and last base; a {@code jn_start} is the last base of an exon with an intron to
 * its right; a {@code jn_end} is the first base of an exon with an intron to its left. Left and
 * right are the forward strand's on either strand. Where a transcript starts and ends is no
 * junction and is not in the lists, so the gene's own start and end are added here.
 */
final class JunctionTable {
  static final String HEADER = "gene_id,chr,strand,start,end,jn_start,jn_end";

  private final HeaderColumns columns;
  private final TextLines lines;

  private JunctionTable(HeaderColumns columns, TextLines lines) {
    this.columns = columns;
    this.lines = lines;
  }

  static boolean isHeader(String line) {
    return new HeaderColumns(fields(line)).hasAll("gene_id", "jn_start", "jn_end");
  }

  /** Reads the rows after the header. */
  static Genes read(String header, TextLines lines) {
    JunctionTable table = new JunctionTable(new HeaderColumns(fields(header)), lines);
    List<Gene> genes = new ArrayList<>();
    for (String line = lines.next(); line != null; line = lines.next()) {
      if (!line.isBlank()) {
        genes.add(table.gene(fields(line)));
      }
    }
    return new Genes(genes, 0);
  }

  private Gene gene(List<String> row) {
    String id = columns.of("gene_id", row, lines);
    Strand strand = lines.strand(columns.of("strand", row, lines));
    int first = lines.integer(columns.of("start", row, lines), "start");
    int last = lines.integer(columns.of("end", row, lines), "end");
    Interval span = lines.interval(columns.of("chr", row, lines), first - 1, last);
    Collection<Integer> starts = new TreeSet<>(List.of(span.start()));
    Collection<Integer> ends = new TreeSet<>(List.of(span.end()));
    exonBases("jn_end", row, span).forEach(base -> starts.add(base));
    exonBases("jn_start", row, span).forEach(base -> ends.add(base + 1));
    Transcript transcript =
        new Transcript(id, span, List.copyOf(starts), List.copyOf(ends), Set.of());
    return new Gene(id, id, "", span, strand, List.of(transcript));
  }

  /** The exon bases next to introns, 0-based. */
  private List<Integer> exonBases(String column, List<String> row, Interval span) {
    return Arrays.stream(columns.of(column, row, lines).split(","))
        .filter(text -> !text.isBlank())
        .map(text -> inside(lines.integer(text, column) - 1, column, span))
        .toList();
  }

  private int inside(int base, String column, Interval span) {
    if (!span.contains(base)) {
      throw lines.fault(column + " " + (base + 1) + " is outside its gene");
    }
    return base;
  }

  /** The fields of a line; a comma between double quotes separates nothing. */
  private static List<String> fields(String line) {
    return DelimitedFields.of(line, ',');
  }
}

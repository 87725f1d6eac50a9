package org.splicespark.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.splicespark.genome.Gene;
import org.splicespark.genome.Interval;
import org.splicespark.genome.Strand;
import org.splicespark.genome.Transcript;

/**
 * SpliceAI's gene table: tab separated, one gene with one transcript a row, exons as two lists with
 * a comma after each number. Starts are 0-based, ends are 1-based and inclusive, so together they
 * are 0-based and half-open already.
 */
final class GeneTable {
  static final String HEADER = "#NAME CHROM STRAND TX_START TX_END EXON_START EXON_END";

  private final HeaderColumns columns;
  private final TextLines lines;

  private GeneTable(HeaderColumns columns, TextLines lines) {
    this.columns = columns;
    this.lines = lines;
  }

  static boolean isHeader(String line) {
    return columns(line).hasAll("NAME", "CHROM", "EXON_START", "EXON_END");
  }

  private static HeaderColumns columns(String header) {
    String names = header.startsWith("#") ? header.substring(1) : header;
    return new HeaderColumns(List.of(names.split("\t", -1)));
  }

  /** Reads the rows after the header. */
  static Genes read(String header, TextLines lines) {
    GeneTable table = new GeneTable(columns(header), lines);
    List<Gene> genes = new ArrayList<>();
    for (String line = lines.next(); line != null; line = lines.next()) {
      if (!line.isBlank() && !line.startsWith("#")) {
        genes.add(table.gene(List.of(line.split("\t", -1))));
      }
    }
    return new Genes(genes, 0);
  }

  private Gene gene(List<String> row) {
    String name = columns.of("NAME", row, lines);
    Strand strand = lines.strand(columns.of("STRAND", row, lines));
    Interval span =
        lines.interval(
            columns.of("CHROM", row, lines), number("TX_START", row), number("TX_END", row));
    List<Integer> starts = numbers("EXON_START", row);
    List<Integer> ends = numbers("EXON_END", row);
    if (starts.size() != ends.size() || starts.isEmpty()) {
      throw lines.fault("has " + starts.size() + " exon starts and " + ends.size() + " exon ends");
    }
    for (int i = 0; i < starts.size(); i++) {
      if (!span.contains(lines.interval(span.contig(), starts.get(i), ends.get(i)))) {
        throw lines.fault("exon " + starts.get(i) + "-" + ends.get(i) + " is outside gene " + name);
      }
    }
    Transcript transcript = new Transcript(name, span, starts, ends, Set.of());
    return new Gene(name, name, "", span, strand, List.of(transcript));
  }

  private int number(String column, List<String> row) {
    return lines.integer(columns.of(column, row, lines), column);
  }

  private List<Integer> numbers(String column, List<String> row) {
    return Arrays.stream(columns.of(column, row, lines).split(","))
        .map(text -> lines.integer(text, column))
        .toList();
  }
}

package org.splicespark.io;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.splicespark.dataset.paralog.KnownParalogs;
import org.splicespark.error.InputException;

/**
 * Reads the table of paralogs that CI-SpliceAI is trained without: an export of Ensembl's BioMart,
 * one gene and one paralog a row, separated by commas or tabs, plain or compressed with gzip. The
 * columns are found by BioMart's titles ("Gene stable ID", "Human paralogue gene stable ID", or any
 * other species') or names ({@code ensembl_gene_id}, {@code hsapiens_paralog_ensembl_gene}).
 */
public final class ParalogTable {
  private static final String PARALOG =
      "(.* )?paralog(ue)? (gene stable id( version)?|ensembl gene( id)?)";
  private static final String GENE = "gene stable id( version)?|ensembl gene id( version)?";

  private final TextLines lines;
  private final char separator;
  private final List<String> names;
  private final int gene;
  private final int paralog;

  private ParalogTable(String header, TextLines lines) {
    this.lines = lines;
    this.separator = header.indexOf('\t') >= 0 ? '\t' : ',';
    this.names = DelimitedFields.of(header, separator);
    this.gene = column(name -> name.matches(GENE), "Gene stable ID");
    this.paralog = column(name -> name.matches(PARALOG), "... paralogue gene stable ID");
  }

  /**
   * @return the paralogs of each gene that has any, versions of Ensembl's identifiers left out
   * @throws InputException naming file and line, if the table cannot be understood or is empty
   */
  public static KnownParalogs read(Path path) {
    try (TextLines lines = TextLines.open(path)) {
      String header = lines.next();
      if (header == null) {
        throw new InputException("nothing in " + path);
      }
      return new ParalogTable(header, lines).rows();
    }
  }

  /** Where the column is; a table that has it with and without versions has both the same. */
  private int column(Predicate<String> title, String meant) {
    for (int i = 0; i < names.size(); i++) {
      if (title.test(names.get(i).strip().toLowerCase(Locale.ROOT).replace('_', ' '))) {
        return i;
      }
    }
    throw lines.fault(
        "has no column \"" + meant + "\"; the header names " + String.join(", ", names));
  }

  private KnownParalogs rows() {
    Map<String, Set<String>> paralogs = new TreeMap<>();
    for (String line = lines.next(); line != null; line = lines.next()) {
      if (!line.isBlank()) {
        add(DelimitedFields.of(line, separator), paralogs);
      }
    }
    return new KnownParalogs(paralogs);
  }

  /** A gene that has no paralog has a row of its own, whose other field is empty. */
  private void add(List<String> row, Map<String, Set<String>> paralogs) {
    if (row.size() != names.size()) {
      throw lines.fault("has " + row.size() + " fields, not " + names.size());
    }
    String id = KnownParalogs.unversioned(row.get(gene).strip());
    String other = KnownParalogs.unversioned(row.get(paralog).strip());
    if (id.isEmpty()) {
      throw lines.fault("names no gene");
    }
    if (!other.isEmpty() && !other.equals(id)) {
      paralogs.computeIfAbsent(id, none -> new TreeSet<>()).add(other);
    }
  }
}

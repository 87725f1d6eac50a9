package org.splicespark.io;

import java.nio.file.Path;
import java.util.Locale;
import org.splicespark.error.InputException;

/**
 * Reads the genes of an annotation file, whatever its format: GFF3 or GTF (RefSeq, Ensembl,
 * GENCODE), SpliceAI's gene table, or CI-SpliceAI's junction table; plain or compressed with gzip.
 * What the file says counts; its name decides only where the file leaves it open.
 */
public final class AnnotationReader {
  private static final String UNDERSTOOD =
      "GFF3, GTF, a gene table ("
          + GeneTable.HEADER
          + ") or a junction table ("
          + JunctionTable.HEADER
          + ")";

  private AnnotationReader() {}

  /**
   * @return all genes in the file's order, coordinates 0-based and half-open
   * @throws InputException naming file and line, if the file cannot be understood or has no gene
   */
  public static Genes read(Path path) {
    try (TextLines lines = TextLines.open(path)) {
      Genes genes = read(lines);
      if (genes.genes().isEmpty()) {
        throw new InputException("no gene in " + path);
      }
      return genes;
    }
  }

  private static Genes read(TextLines lines) {
    String line = firstTelling(lines);
    if (GeneTable.isHeader(line)) {
      return GeneTable.read(line, lines);
    }
    if (JunctionTable.isHeader(line)) {
      return JunctionTable.read(line, lines);
    }
    if (line.startsWith("##gff-version")) {
      return GffGenes.read(lines);
    }
    lines.unread();
    return isGtf(line, lines) ? GtfGenes.read(lines) : GffGenes.read(lines);
  }

  /** The first line that tells the format: a header, or the first line that is no comment. */
  private static String firstTelling(TextLines lines) {
    for (String line = lines.next(); line != null; line = lines.next()) {
      boolean gff3 = line.startsWith("##gff-version") && line.substring(13).strip().startsWith("3");
      boolean comment = line.startsWith("#") && !GeneTable.isHeader(line) && !gff3;
      if (!line.isBlank() && !comment) {
        return line;
      }
    }
    throw new InputException("no gene in " + lines.path());
  }

  private static boolean isGtf(String line, TextLines lines) {
    String[] columns = line.split("\t", -1);
    if (columns.length != FeatureRow.COLUMNS) {
      throw lines.fault("unknown format of annotation; understood are " + UNDERSTOOD);
    }
    String attributes = columns[FeatureRow.COLUMNS - 1].strip();
    if (attributes.matches("[^\\s=;\"]+=.*")) {
      return false;
    }
    return attributes.matches("[^\\s=;\"]+\\s+[^\\s].*")
        || lines.path().toString().toLowerCase(Locale.ROOT).matches(".*\\.gtf(\\.b?gz)?");
  }
}

package org.splicespark.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.splicespark.genome.Gene;
import org.splicespark.genome.Interval;
import org.splicespark.genome.Strand;
import org.splicespark.genome.Transcript;

/** A source's words for a gene and its parts. Rows are written 1-based and inclusive. */
abstract class DialectRows {
  /** A source's attributes of a feature, in its order. */
  static final class Words {
    private final Map<String, List<?>> values = new LinkedHashMap<>();

    /** Numbers stand without quotes where there are quotes. */
    Words with(String name, Object value) {
      values.put(name, List.of(value));
      return this;
    }

    Words with(String name, List<String> several) {
      values.put(name, several);
      return this;
    }

    private String gff3() {
      return values.entrySet().stream()
          .filter(e -> !e.getValue().isEmpty())
          .map(e -> e.getKey() + "=" + joined(e.getValue()))
          .collect(Collectors.joining(";"));
    }

    private static String joined(List<?> values) {
      return values.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private String gtf() {
      return values.entrySet().stream()
          .flatMap(e -> e.getValue().stream().map(v -> e.getKey() + " " + quoted(v) + ";"))
          .collect(Collectors.joining(" "));
    }

    private static String quoted(Object value) {
      return value instanceof String ? "\"" + value + "\"" : value.toString();
    }
  }

  private static final int UNTRANSLATED = 20;

  /** Whether the rows are GFF3, else GTF. */
  final boolean gff3;

  DialectRows(boolean gff3) {
    this.gff3 = gff3;
  }

  /** Lines at the file's top. */
  abstract List<String> head();

  abstract String contig(String name);

  abstract String source();

  /** The third column of a gene's row. */
  abstract String geneType(Gene gene);

  /** The third column of a transcript's row. */
  abstract String transcriptType(Gene gene);

  abstract List<String> tags(Gene gene, Transcript transcript);

  abstract Words gene(Gene gene);

  abstract Words transcript(Gene gene, Transcript transcript);

  /**
   * @param number of the exon as the gene is read, from 1
   */
  abstract Words exon(Gene gene, Transcript transcript, int number);

  abstract Words cds(Gene gene, Transcript transcript, int number);

  /** The third column of the row of what comes before the CDS; empty where there is none. */
  String untranslated() {
    return "";
  }

  Words untranslated(Gene gene, Transcript transcript) {
    return new Words();
  }

  /** Whether exons are in the forward strand's order on the other strand too. */
  boolean forward() {
    return false;
  }

  final String file(List<Gene> genes) {
    List<String> lines = new ArrayList<>(head());
    for (Gene gene : genes) {
      lines.add(row(gene, geneType(gene), gene.span(), gene(gene)));
      for (Transcript transcript : gene.transcripts()) {
        lines.add(row(gene, transcriptType(gene), transcript.span(), transcript(gene, transcript)));
        parts(gene, transcript, lines);
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private void parts(Gene gene, Transcript transcript, List<String> lines) {
    int count = transcript.exonStarts().size();
    boolean minus = gene.strand() == Strand.MINUS;
    List<List<String>> exons = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int number = minus ? count - i : i + 1;
      exons.add(exon(gene, transcript, i, number));
    }
    if (minus && !forward()) {
      Collections.reverse(exons);
    }
    exons.forEach(lines::addAll);
  }

  /** An exon, its CDS and, in the one that is read first, what comes before the CDS. */
  private List<String> exon(Gene gene, Transcript transcript, int index, int number) {
    int start = transcript.exonStarts().get(index);
    int end = transcript.exonEnds().get(index);
    Interval place = new Interval(gene.contig(), start, end);
    List<String> rows = new ArrayList<>();
    rows.add(row(gene, "exon", place, exon(gene, transcript, number)));
    if (gene.biotype().equals("protein_coding")) {
      boolean minus = gene.strand() == Strand.MINUS;
      int untranslated = number == 1 ? UNTRANSLATED : 0;
      int codingStart = minus ? start : start + untranslated;
      int codingEnd = minus ? end - untranslated : end;
      Interval coding = new Interval(gene.contig(), codingStart, codingEnd);
      rows.add(row(gene, "CDS", coding, cds(gene, transcript, number)));
      if (number == 1 && !untranslated().isEmpty()) {
        Interval before =
            new Interval(gene.contig(), minus ? codingEnd : start, minus ? end : codingStart);
        rows.add(row(gene, untranslated(), before, untranslated(gene, transcript)));
      }
    }
    return rows;
  }

  private String row(Gene gene, String type, Interval place, Words words) {
    return String.join(
        "\t",
        contig(gene.contig()),
        source(),
        type,
        Integer.toString(place.start() + 1),
        Integer.toString(place.end()),
        ".",
        String.valueOf(gene.strand().symbol()),
        type.equals("CDS") ? "0" : ".",
        gff3 ? words.gff3() : words.gtf());
  }
}

package org.splicespark.io;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.splicespark.genome.Gene;

/**
 * GTF as Ensembl and GENCODE (and UCSC, StringTie and RefSeq) write it, where each row names its
 * gene and its transcript. Coordinates in the file are 1-based and inclusive.
 */
final class GtfGenes {
  private static final Set<String> USED = Set.of("gene", "transcript", "mRNA", "exon", "CDS", "?");

  private final TextLines lines;
  private final Map<FeatureRow.Key, GtfGene> genes = new LinkedHashMap<>();
  private final Map<FeatureRow.Key, Integer> exonLines = new LinkedHashMap<>();
  private final Set<FeatureRow.Key> transcriptRows = new HashSet<>();
  private final Map<String, String> transcriptContigs = new HashMap<>();

  private GtfGenes(TextLines lines) {
    this.lines = lines;
  }

  static Genes read(TextLines lines) {
    GtfGenes file = new GtfGenes(lines);
    for (String line = lines.next(); line != null; line = lines.next()) {
      if (USED.contains(FeatureRow.type(line))) {
        file.add(FeatureRow.parse(line, lines, GtfAttributes::new));
      }
    }
    return file.genes();
  }

  private void add(FeatureRow row) {
    String id = row.attributes().first("gene_id");
    if (id.isEmpty()) {
      throw lines.fault("has no gene_id");
    }
    note(row);
    genes.computeIfAbsent(row.key(id), key -> new GtfGene(id, row)).add(row);
  }

  private void note(FeatureRow row) {
    String transcript = row.attributes().first("transcript_id");
    if (transcript.isEmpty() || row.type().equals("gene")) {
      return;
    }
    if (row.isExon() || row.isCds()) {
      exonLines.putIfAbsent(row.key(transcript), row.line());
    } else {
      transcriptRows.add(row.key(transcript));
      transcriptContigs.put(transcript, row.place().contig());
    }
  }

  private Genes genes() {
    exonLines.forEach(this::refuseStray);
    List<Gene> whole =
        genes.values().stream()
            .filter(GtfGene::hasTranscripts)
            .map(gene -> gene.gene(lines))
            .toList();
    return new Genes(whole, genes.size() - whole.size());
  }

  /** A name may come on two contigs, but then with a transcript row on each. */
  private void refuseStray(FeatureRow.Key transcript, int line) {
    String contig = transcriptContigs.get(transcript.id());
    if (contig != null && !transcriptRows.contains(transcript)) {
      throw lines.fault(
          line,
          "exon on contig "
              + transcript.contig()
              + ", but its transcript "
              + transcript.id()
              + " is on "
              + contig);
    }
  }
}

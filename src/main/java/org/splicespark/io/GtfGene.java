package org.splicespark.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.splicespark.genome.Gene;
import org.splicespark.genome.Interval;
import org.splicespark.genome.Strand;
import org.splicespark.genome.Transcript;

/** A gene as it grows row by row. A file without gene rows gives it the span of its transcripts. */
final class GtfGene {
  private static final class Isoform {
    private final Exons exons = new Exons();
    private final Set<String> tags = new TreeSet<>();
    private boolean transSpliced;
  }

  private final String id;
  private final int line;
  private final Map<String, Isoform> isoforms = new LinkedHashMap<>();
  private String symbol = "";
  private String biotype = "";
  private String strand;
  private Interval own;
  private Interval covered;
  private boolean transSpliced;

  GtfGene(String id, FeatureRow first) {
    this.id = id;
    this.line = first.line();
    this.strand = first.strand();
  }

  void add(FeatureRow row) {
    Attributes attributes = row.attributes();
    symbol = symbol.isEmpty() ? attributes.first("gene_name", "gene") : symbol;
    biotype = biotype.isEmpty() ? attributes.first("gene_biotype", "gene_type") : biotype;
    if (row.type().equals("gene")) {
      own = own == null ? row.place() : FeatureRow.joined(own, row.place());
      strand = row.strand();
      transSpliced |= row.isTransSpliced();
      return;
    }
    covered = covered == null ? row.place() : FeatureRow.joined(covered, row.place());
    String name = attributes.first("transcript_id");
    Isoform isoform = isoforms.computeIfAbsent(name.isEmpty() ? id : name, key -> new Isoform());
    if (row.isExon() || row.isCds()) {
      isoform.exons.add(row);
    } else {
      isoform.tags.addAll(attributes.all("tag"));
      isoform.transSpliced |= row.isTransSpliced();
    }
  }

  boolean hasTranscripts() {
    return !transSpliced && isoforms.values().stream().anyMatch(GtfGene::isWhole);
  }

  private static boolean isWhole(Isoform isoform) {
    return !isoform.transSpliced && !isoform.exons.isEmpty();
  }

  Gene gene(TextLines lines) {
    Strand direction = lines.strand(line, strand);
    Interval span = own == null ? covered : own;
    List<Transcript> transcripts = new ArrayList<>();
    isoforms.forEach(
        (name, isoform) -> {
          if (isWhole(isoform)) {
            transcripts.add(isoform.exons.transcript(name, isoform.tags, direction, span, lines));
          }
        });
    return new Gene(id, symbol.isEmpty() ? id : symbol, biotype, span, direction, transcripts);
  }
}

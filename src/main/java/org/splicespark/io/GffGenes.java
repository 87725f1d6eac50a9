package org.splicespark.io;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.splicespark.genome.Gene;
import org.splicespark.genome.Transcript;

/**
 * GFF3 as RefSeq, Ensembl and GENCODE write it, where children name their parents and any order of
 * rows is allowed. Coordinates in the file are 1-based and inclusive.
 *
 * <p>A gene is a feature without parent that has transcripts, or exons of its own, or a type that
 * ends in "gene". A transcript is a child of a gene with exons, or with CDS in their place.
 */
final class GffGenes {
  private static final Set<String> UNUSED =
      Set.of(
          "five_prime_UTR",
          "three_prime_UTR",
          "UTR",
          "start_codon",
          "stop_codon",
          "stop_codon_redefined_as_selenocysteine",
          "intron",
          "region",
          "biological_region",
          "match",
          "cDNA_match");

  private final TextLines lines;
  private final Map<FeatureRow.Key, GffFeature> features = new LinkedHashMap<>();
  private final Map<FeatureRow.Key, Exons> exons = new LinkedHashMap<>();
  private final Map<FeatureRow.Key, List<GffFeature>> transcripts = new HashMap<>();
  private int dropped;

  private GffGenes(TextLines lines) {
    this.lines = lines;
  }

  static Genes read(TextLines lines) {
    GffGenes file = new GffGenes(lines);
    for (String line = lines.next(); line != null; line = lines.next()) {
      if (line.startsWith("##FASTA") || line.startsWith(">")) {
        break;
      }
      String type = FeatureRow.type(line);
      if (!type.isEmpty() && !UNUSED.contains(type)) {
        file.add(FeatureRow.parse(line, lines, Gff3Attributes::new));
      }
    }
    return file.genes();
  }

  private void add(FeatureRow row) {
    if (row.isExon() || row.isCds()) {
      for (String parent : row.attributes().all("Parent")) {
        exons.computeIfAbsent(row.key(parent), key -> new Exons()).add(row);
      }
    } else if (!row.attributes().first("ID").isEmpty()) {
      GffFeature feature = GffFeature.of(row);
      features.merge(feature.key(), feature, GffFeature::joined);
    }
  }

  private Genes genes() {
    exons.forEach(this::refuseOrphans);
    features.values().stream().filter(this::isTranscript).forEach(this::toItsGenes);
    List<Gene> genes = new ArrayList<>();
    for (GffFeature feature : features.values()) {
      if (isGene(feature)) {
        List<Transcript> found = transcripts(feature);
        if (!found.isEmpty()) {
          genes.add(gene(feature, found));
        } else if (feature.isGeneByType() || feature.transSpliced()) {
          dropped++;
        }
      }
    }
    return new Genes(genes, dropped);
  }

  private boolean isGene(GffFeature feature) {
    List<GffFeature> parents =
        feature.parents().stream().filter(features::containsKey).map(features::get).toList();
    return parents.isEmpty()
        || feature.isGeneByType() && parents.stream().noneMatch(GffFeature::isGeneByType);
  }

  private boolean isTranscript(GffFeature feature) {
    return exons.containsKey(feature.key()) && !isGene(feature);
  }

  private void toItsGenes(GffFeature transcript) {
    for (FeatureRow.Key gene : transcript.parents()) {
      transcripts.computeIfAbsent(gene, key -> new ArrayList<>()).add(transcript);
    }
  }

  private List<Transcript> transcripts(GffFeature gene) {
    if (gene.transSpliced()) {
      return List.of();
    }
    List<GffFeature> own = exons.containsKey(gene.key()) ? List.of(gene) : List.of();
    return transcripts.getOrDefault(gene.key(), own).stream()
        .filter(transcript -> !transcript.transSpliced())
        .map(transcript -> transcript(transcript, gene))
        .toList();
  }

  private Transcript transcript(GffFeature transcript, GffFeature gene) {
    return exons
        .get(transcript.key())
        .transcript(
            transcript.label().id(),
            transcript.label().tags(),
            lines.strand(gene.row().line(), gene.row().strand()),
            gene.place(),
            lines);
  }

  private Gene gene(GffFeature feature, List<Transcript> found) {
    return new Gene(
        feature.label().id(),
        feature.label().symbol(),
        feature.label().biotype(),
        feature.place(),
        lines.strand(feature.row().line(), feature.row().strand()),
        found);
  }

  /** An exon without its transcript, or a transcript without its gene, means half a file. */
  private void refuseOrphans(FeatureRow.Key owner, Exons children) {
    GffFeature transcript = features.get(owner);
    if (transcript == null && children.exonsProper()) {
      throw orphan(children.firstLine(), owner);
    }
    if (transcript != null && !transcript.parents().isEmpty()) {
      if (transcript.parents().stream().noneMatch(features::containsKey)) {
        throw orphan(transcript.row().line(), transcript.parents().get(0));
      }
    }
  }

  private RuntimeException orphan(int line, FeatureRow.Key parent) {
    return lines.fault(
        line, "its Parent " + parent.id() + " is not in the file on contig " + parent.contig());
  }
}

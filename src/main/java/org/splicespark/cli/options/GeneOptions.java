package org.splicespark.cli.options;

import org.splicespark.dataset.Biotypes;
import org.splicespark.dataset.Context;
import org.splicespark.dataset.GeneSelection;
import org.splicespark.dataset.Isoforms;
import org.splicespark.dataset.Labelling;
import picocli.CommandLine.Option;

/** Which genes, which of their isoforms, and how they are labelled. */
public final class GeneOptions {

  @Option(
      names = "--biotype",
      paramLabel = "protein-coding|non-coding|all",
      defaultValue = "protein-coding",
      description = {
        "Genes by gene_biotype (RefSeq, Ensembl GTF), biotype (Ensembl GFF3) or gene_type (GENCODE);"
            + " non-coding: lncRNA and ncRNA. Default: ${DEFAULT-VALUE}."
      })
  private Biotypes biotypes;

  @Option(
      names = "--parse-type",
      paramLabel = "canonical|all_isoforms|tagged|collapsed",
      defaultValue = "canonical",
      description = {
        "canonical: the transcript with the longest span. all_isoforms: every transcript, each with"
            + " the whole gene again. tagged: MANE Select, else Ensembl canonical or RefSeq Select."
            + " collapsed: all isoforms' junctions at once, as CI-SpliceAI; writes its two tables as"
            + " well (training_table.csv, annotation_table.csv). Default: ${DEFAULT-VALUE}."
      })
  private Isoforms isoforms;

  @Option(names = "--canonical-only", description = "Label only introns GT-AG, GC-AG and AT-AC.")
  private boolean canonicalOnly;

  @Option(
      names = "--context",
      paramLabel = "none|genomic",
      defaultValue = "none",
      description = {
        "What stands beside a gene in its chunks. none: no base, as the published training data have"
            + " it. genomic: the genome's bases. Default: ${DEFAULT-VALUE}."
      })
  private Context context;

  public GeneSelection selection() {
    return new GeneSelection(biotypes, isoforms);
  }

  public Labelling labelling() {
    return new Labelling(context, canonicalOnly);
  }

  /** Whether CI-SpliceAI's tables belong to what is made. */
  public boolean collapsed() {
    return isoforms == Isoforms.COLLAPSED;
  }
}

package org.splicespark.testing;

import java.util.ArrayList;
import java.util.List;
import org.splicespark.genome.Gene;
import org.splicespark.genome.Transcript;

/** As Ensembl writes GFF3 and GTF: versions apart, contigs without chr. */
final class EnsemblRows extends DialectRows {
  EnsemblRows(boolean gff3) {
    super(gff3);
  }

  @Override
  List<String> head() {
    return gff3
        ? List.of(
            "##gff-version   3",
            "##sequence-region   1 1 24000",
            "1\tGRCh38\tchromosome\t1\t24000\t.\t.\t.\tID=chromosome:1;Alias=CM000663.2",
            "###",
            "1\tensembl\tbiological_region\t5\t9\t.\t+\t.\texternal_name=oct;logic_name=cpg")
        : List.of("#!genome-build GRCh38.p14", "#!genome-version GRCh38");
  }

  @Override
  String contig(String name) {
    return name.substring("chr".length());
  }

  @Override
  String source() {
    return "havana";
  }

  private static boolean isCoding(Gene gene) {
    return gene.biotype().equals("protein_coding");
  }

  @Override
  String geneType(Gene gene) {
    return isCoding(gene) || !gff3 ? "gene" : "ncRNA_gene";
  }

  @Override
  String transcriptType(Gene gene) {
    return gff3 ? isCoding(gene) ? "mRNA" : "lnc_RNA" : "transcript";
  }

  @Override
  List<String> tags(Gene gene, Transcript transcript) {
    return ensemblTags(transcript);
  }

  /** MANE's transcript is always the canonical one as well. */
  static List<String> ensemblTags(Transcript transcript) {
    List<String> tags = new ArrayList<>(List.of("basic"));
    if (!transcript.tags().isEmpty()) {
      tags.add("Ensembl_canonical");
    }
    if (transcript.tags().contains(Dialects.MANE)) {
      tags.add("MANE_Select");
    }
    return tags;
  }

  @Override
  Words gene(Gene gene) {
    return gff3
        ? new Words()
            .with("ID", "gene:" + gene.id())
            .with("Name", gene.symbol())
            .with("biotype", gene.biotype())
            .with("description", "made up [Source:HGNC Symbol%3BAcc:HGNC:1]")
            .with("gene_id", gene.id())
            .with("version", 3)
        : named(gene);
  }

  private static Words named(Gene gene) {
    return new Words()
        .with("gene_id", gene.id())
        .with("gene_version", "3")
        .with("gene_name", gene.symbol())
        .with("gene_source", "havana")
        .with("gene_biotype", gene.biotype());
  }

  @Override
  Words transcript(Gene gene, Transcript transcript) {
    return gff3
        ? new Words()
            .with("ID", "transcript:" + transcript.id())
            .with("Parent", "gene:" + gene.id())
            .with("Name", name(gene, transcript))
            .with("biotype", gene.biotype())
            .with("tag", ensemblTags(transcript))
            .with("transcript_id", transcript.id())
            .with("version", 1)
        : below(gene, transcript).with("tag", ensemblTags(transcript));
  }

  private static Words below(Gene gene, Transcript transcript) {
    return named(gene)
        .with("transcript_id", transcript.id())
        .with("transcript_version", "1")
        .with("transcript_name", name(gene, transcript))
        .with("transcript_biotype", gene.biotype());
  }

  static String name(Gene gene, Transcript transcript) {
    return gene.symbol() + "-20" + (gene.transcripts().indexOf(transcript) + 1);
  }

  @Override
  Words exon(Gene gene, Transcript transcript, int number) {
    return gff3
        ? new Words()
            .with("Parent", "transcript:" + transcript.id())
            .with("Name", "ENSE" + number)
            .with("exon_id", "ENSE" + number)
            .with("rank", number)
        : below(gene, transcript).with("exon_number", "" + number).with("tag", "basic");
  }

  @Override
  Words cds(Gene gene, Transcript transcript, int number) {
    String protein = transcript.id().replace("ENST", "ENSP");
    return gff3
        ? new Words()
            .with("ID", "CDS:" + protein)
            .with("Parent", "transcript:" + transcript.id())
            .with("protein_id", protein)
        : below(gene, transcript).with("exon_number", "" + number).with("protein_id", protein);
  }

  @Override
  String untranslated() {
    return gff3 ? "five_prime_UTR" : "five_prime_utr";
  }

  @Override
  Words untranslated(Gene gene, Transcript transcript) {
    return gff3
        ? new Words().with("Parent", "transcript:" + transcript.id())
        : below(gene, transcript);
  }

  @Override
  boolean forward() {
    return gff3;
  }
}

package org.splicespark.testing;

import java.util.List;
import org.splicespark.genome.Gene;
import org.splicespark.genome.Transcript;

/** As NCBI writes GFF3, but for its contigs' accessions. */
final class RefSeqRows extends DialectRows {

  RefSeqRows() {
    super(true);
  }

  @Override
  List<String> head() {
    return List.of(
        "##gff-version 3",
        "#!gff-spec-version 1.21",
        "##sequence-region chr1 1 24000",
        "chr1\tRefSeq\tregion\t1\t24000\t.\t+\t.\tID=chr1:1..24000;Dbxref=taxon:9606;chromosome=1",
        "##sequence-region chr2 1 12000",
        "chr2\tRefSeq\tregion\t1\t12000\t.\t+\t.\tID=chr2:1..12000;Dbxref=taxon:9606;chromosome=2");
  }

  @Override
  String contig(String name) {
    return name;
  }

  @Override
  String source() {
    return "BestRefSeq";
  }

  @Override
  String geneType(Gene gene) {
    return "gene";
  }

  @Override
  String transcriptType(Gene gene) {
    return isCoding(gene) ? "mRNA" : "lnc_RNA";
  }

  private static boolean isCoding(Gene gene) {
    return gene.biotype().equals("protein_coding");
  }

  @Override
  List<String> tags(Gene gene, Transcript transcript) {
    if (transcript.tags().contains(Dialects.MANE)) {
      return List.of("MANE Select");
    }
    boolean selected = isCoding(gene) && transcript.tags().contains(Dialects.CANONICAL);
    return selected ? List.of("RefSeq Select") : List.of();
  }

  static String accession(Gene gene, Transcript transcript) {
    String digits = transcript.id().substring(transcript.id().length() - 6);
    return (isCoding(gene) ? "NM_" : "NR_") + digits + ".1";
  }

  @Override
  Words gene(Gene gene) {
    return new Words()
        .with("ID", "gene-" + gene.symbol())
        .with("Dbxref", List.of("GeneID:" + gene.span().end(), "HGNC:HGNC:1"))
        .with("Name", gene.symbol())
        .with("description", "made up%2C for tests")
        .with("gbkey", "Gene")
        .with("gene", gene.symbol())
        .with("gene_biotype", gene.biotype());
  }

  @Override
  Words transcript(Gene gene, Transcript transcript) {
    String id = accession(gene, transcript);
    return below(gene, transcript, "rna-" + id, "gene-" + gene.symbol()).with("Name", id);
  }

  @Override
  Words exon(Gene gene, Transcript transcript, int number) {
    String id = accession(gene, transcript);
    return below(gene, transcript, "exon-" + id + "-" + number, "rna-" + id);
  }

  @Override
  Words cds(Gene gene, Transcript transcript, int number) {
    String id = accession(gene, transcript);
    return new Words()
        .with("ID", "cds-" + id.replace("NM", "NP"))
        .with("Parent", "rna-" + id)
        .with("gene", gene.symbol())
        .with("protein_id", id.replace("NM", "NP"));
  }

  private Words below(Gene gene, Transcript transcript, String id, String parent) {
    return new Words()
        .with("ID", id)
        .with("Parent", parent)
        .with("gbkey", isCoding(gene) ? "mRNA" : "ncRNA")
        .with("gene", gene.symbol())
        .with("tag", tags(gene, transcript))
        .with("transcript_id", accession(gene, transcript));
  }
}

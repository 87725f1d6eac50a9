package org.splicespark.testing;

import java.util.List;
import org.splicespark.genome.Gene;
import org.splicespark.genome.Transcript;

/** As GENCODE writes GFF3 and GTF: identifiers with versions, the same attributes in both. */
final class GencodeRows extends DialectRows {
  GencodeRows(boolean gff3) {
    super(gff3);
  }

  @Override
  List<String> head() {
    return gff3
        ? List.of(
            "##gff-version 3",
            "#description: evidence-based annotation of the human genome (GRCh38), version 46",
            "##sequence-region chr1 1 24000")
        : List.of(
            "##description: evidence-based annotation of the human genome (GRCh38), version 46",
            "##provider: GENCODE",
            "##format: gtf");
  }

  @Override
  String contig(String name) {
    return name;
  }

  @Override
  String source() {
    return "HAVANA";
  }

  @Override
  String geneType(Gene gene) {
    return "gene";
  }

  @Override
  String transcriptType(Gene gene) {
    return "transcript";
  }

  @Override
  List<String> tags(Gene gene, Transcript transcript) {
    return EnsemblRows.ensemblTags(transcript);
  }

  private static String id(Gene gene) {
    return gene.id() + ".3";
  }

  private static String id(Transcript transcript) {
    return transcript.id() + ".1";
  }

  /** What every row says; in GFF3 behind the row's own identifier and its parent's. */
  private Words words(String id, String parent, Gene gene) {
    Words words = new Words();
    if (gff3) {
      words.with("ID", id).with("Parent", parent.isEmpty() ? List.of() : List.of(parent));
    }
    return words.with("gene_id", id(gene));
  }

  private static Words geneWords(Words words, Gene gene) {
    return words
        .with("gene_type", gene.biotype())
        .with("gene_name", gene.symbol())
        .with("level", 2);
  }

  @Override
  Words gene(Gene gene) {
    return geneWords(words(id(gene), "", gene), gene).with("tag", "overlapping_locus");
  }

  @Override
  Words transcript(Gene gene, Transcript transcript) {
    return below(words(id(transcript), id(gene), gene), gene, transcript);
  }

  private static Words below(Words words, Gene gene, Transcript transcript) {
    return geneWords(words.with("transcript_id", id(transcript)), gene)
        .with("transcript_type", gene.biotype())
        .with("transcript_name", EnsemblRows.name(gene, transcript))
        .with("tag", EnsemblRows.ensemblTags(transcript));
  }

  @Override
  Words exon(Gene gene, Transcript transcript, int number) {
    String own = "exon:" + id(transcript) + ":" + number;
    return below(words(own, id(transcript), gene), gene, transcript).with("exon_number", number);
  }

  @Override
  Words cds(Gene gene, Transcript transcript, int number) {
    String own = "CDS:" + id(transcript);
    return below(words(own, id(transcript), gene), gene, transcript).with("exon_number", number);
  }

  @Override
  String untranslated() {
    return gff3 ? "five_prime_UTR" : "UTR";
  }

  @Override
  Words untranslated(Gene gene, Transcript transcript) {
    String own = "UTR5:" + id(transcript);
    return below(words(own, id(transcript), gene), gene, transcript);
  }
}

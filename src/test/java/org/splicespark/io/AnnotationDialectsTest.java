package org.splicespark.io;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.splicespark.genome.Gene;
import org.splicespark.genome.Interval;
import org.splicespark.genome.Strand;
import org.splicespark.genome.Transcript;

/** The same two genes in the words of five sources. */
class AnnotationDialectsTest {

  enum Dialect {
    REFSEQ_GFF3(
        """
        ##gff-version 3
        #!gff-spec-version 1.21
        ##sequence-region 1 1 1000
        1 RefSeq region 1 1000 . + . ID=1:1..1000;Dbxref=taxon:9606
        1 BestRefSeq gene 101 400 . + . ID=gene-ALPHA;Dbxref=GeneID:1;Name=ALPHA;gbkey=Gene;gene=ALPHA;gene_biotype=protein_coding
        1 BestRefSeq mRNA 111 400 . + . ID=rna-NM_1.1;Parent=gene-ALPHA;tag=MANE Select;transcript_id=NM_1.1
        1 BestRefSeq exon 111 150 . + . ID=exon-NM_1.1-1;Parent=rna-NM_1.1;tag=MANE Select
        1 BestRefSeq exon 301 400 . + . ID=exon-NM_1.1-2;Parent=rna-NM_1.1;tag=MANE Select
        1 BestRefSeq CDS 121 150 . + 0 ID=cds-NP_1;Parent=rna-NM_1.1
        1 BestRefSeq CDS 301 330 . + 0 ID=cds-NP_1;Parent=rna-NM_1.1
        1 BestRefSeq mRNA 101 400 . + . ID=rna-NM_2.1;Parent=gene-ALPHA;transcript_id=NM_2.1
        1 BestRefSeq exon 101 150 . + . ID=exon-NM_2.1-1;Parent=rna-NM_2.1
        1 BestRefSeq exon 201 400 . + . ID=exon-NM_2.1-2;Parent=rna-NM_2.1
        1 BestRefSeq gene 501 900 . - . ID=gene-BETA;Name=BETA;gene=BETA;gene_biotype=lncRNA
        1 BestRefSeq lnc_RNA 501 900 . - . ID=rna-NR_3.1;Parent=gene-BETA;transcript_id=NR_3.1
        1 BestRefSeq exon 801 900 . - . ID=exon-NR_3.1-1;Parent=rna-NR_3.1
        1 BestRefSeq exon 501 600 . - . ID=exon-NR_3.1-2;Parent=rna-NR_3.1
        """),
    ENSEMBL_GFF3(
        """
        ##gff-version   3
        ##sequence-region   1 1 1000
        1 GRCh38 chromosome 1 1000 . . . ID=chromosome:1;Alias=CM000663.2
        ###
        1 ensembl biological_region 5 9 . + . external_name=oct
        1 havana gene 101 400 . + . ID=gene:ENSG1;Name=ALPHA;biotype=protein_coding;gene_id=ENSG1;version=3
        1 havana mRNA 111 400 . + . ID=transcript:ENST1;Parent=gene:ENSG1;Name=ALPHA-201;biotype=protein_coding;tag=basic,Ensembl_canonical,MANE_Select;transcript_id=ENST1
        1 havana five_prime_UTR 111 120 . + . Parent=transcript:ENST1
        1 havana exon 111 150 . + . Parent=transcript:ENST1;Name=ENSE1;rank=1
        1 havana CDS 121 150 . + 0 ID=CDS:ENSP1;Parent=transcript:ENST1
        1 havana exon 301 400 . + . Parent=transcript:ENST1;Name=ENSE2;rank=2
        1 havana mRNA 101 400 . + . ID=transcript:ENST2;Parent=gene:ENSG1;transcript_id=ENST2
        1 havana exon 101 150 . + . Parent=transcript:ENST2;Name=ENSE3
        1 havana exon 201 400 . + . Parent=transcript:ENST2;Name=ENSE4
        ###
        1 havana ncRNA_gene 501 900 . - . ID=gene:ENSG2;Name=BETA;biotype=lncRNA;gene_id=ENSG2
        1 havana lnc_RNA 501 900 . - . ID=transcript:ENST3;Parent=gene:ENSG2;tag=basic;transcript_id=ENST3
        1 havana exon 501 600 . - . Parent=transcript:ENST3;Name=ENSE6;rank=2
        1 havana exon 801 900 . - . Parent=transcript:ENST3;Name=ENSE5;rank=1
        """),
    GENCODE_GFF3(
        """
        ##gff-version 3
        #description: evidence-based annotation of the human genome
        1 HAVANA gene 101 400 . + . ID=ENSG1.3;gene_id=ENSG1.3;gene_type=protein_coding;gene_name=ALPHA;level=2
        1 HAVANA transcript 111 400 . + . ID=ENST1.1;Parent=ENSG1.3;gene_id=ENSG1.3;transcript_id=ENST1.1;gene_type=protein_coding;gene_name=ALPHA;tag=basic,MANE_Select
        1 HAVANA exon 111 150 . + . ID=exon:ENST1.1:1;Parent=ENST1.1;gene_id=ENSG1.3;exon_number=1
        1 HAVANA CDS 121 150 . + 0 ID=CDS:ENST1.1;Parent=ENST1.1
        1 HAVANA start_codon 121 123 . + 0 ID=start_codon:ENST1.1;Parent=ENST1.1
        1 HAVANA exon 301 400 . + . ID=exon:ENST1.1:2;Parent=ENST1.1;exon_number=2
        1 HAVANA transcript 101 400 . + . ID=ENST2.1;Parent=ENSG1.3;transcript_id=ENST2.1
        1 HAVANA exon 101 150 . + . ID=exon:ENST2.1:1;Parent=ENST2.1
        1 HAVANA exon 201 400 . + . ID=exon:ENST2.1:2;Parent=ENST2.1
        1 HAVANA gene 501 900 . - . ID=ENSG2.1;gene_id=ENSG2.1;gene_type=lncRNA;gene_name=BETA
        1 HAVANA transcript 501 900 . - . ID=ENST3.1;Parent=ENSG2.1;transcript_id=ENST3.1
        1 HAVANA exon 801 900 . - . ID=exon:ENST3.1:1;Parent=ENST3.1
        1 HAVANA exon 501 600 . - . ID=exon:ENST3.1:2;Parent=ENST3.1
        """),
    ENSEMBL_GTF(
        """
        #!genome-build GRCh38.p14
        1 havana gene 101 400 . + . gene_id "ENSG1"; gene_version "3"; gene_name "ALPHA"; gene_biotype "protein_coding";
        1 havana transcript 111 400 . + . gene_id "ENSG1"; transcript_id "ENST1"; gene_name "ALPHA"; tag "basic"; tag "Ensembl_canonical"; tag "MANE_Select";
        1 havana exon 111 150 . + . gene_id "ENSG1"; transcript_id "ENST1"; exon_number "1"; tag "basic";
        1 havana CDS 121 150 . + 0 gene_id "ENSG1"; transcript_id "ENST1"; protein_id "ENSP1";
        1 havana exon 301 400 . + . gene_id "ENSG1"; transcript_id "ENST1"; exon_number "2";
        1 havana five_prime_utr 111 120 . + . gene_id "ENSG1"; transcript_id "ENST1";
        1 havana transcript 101 400 . + . gene_id "ENSG1"; transcript_id "ENST2";
        1 havana exon 101 150 . + . gene_id "ENSG1"; transcript_id "ENST2";
        1 havana exon 201 400 . + . gene_id "ENSG1"; transcript_id "ENST2";
        1 havana gene 501 900 . - . gene_id "ENSG2"; gene_name "BETA"; gene_biotype "lncRNA";
        1 havana transcript 501 900 . - . gene_id "ENSG2"; transcript_id "ENST3"; tag "basic";
        1 havana exon 801 900 . - . gene_id "ENSG2"; transcript_id "ENST3";
        1 havana exon 501 600 . - . gene_id "ENSG2"; transcript_id "ENST3";
        """),
    GENCODE_GTF(
        """
        ##description: evidence-based annotation of the human genome
        ##provider: GENCODE
        1 HAVANA gene 101 400 . + . gene_id "ENSG1.3"; gene_type "protein_coding"; gene_name "ALPHA"; level 2;
        1 HAVANA transcript 111 400 . + . gene_id "ENSG1.3"; transcript_id "ENST1.1"; gene_type "protein_coding"; gene_name "ALPHA"; level 2; tag "basic"; tag "MANE_Select";
        1 HAVANA exon 111 150 . + . gene_id "ENSG1.3"; transcript_id "ENST1.1"; exon_number 1; level 2; tag "basic";
        1 HAVANA CDS 121 150 . + 0 gene_id "ENSG1.3"; transcript_id "ENST1.1"; exon_number 1; level 2;
        1 HAVANA exon 301 400 . + . gene_id "ENSG1.3"; transcript_id "ENST1.1"; exon_number 2;
        1 HAVANA UTR 111 120 . + . gene_id "ENSG1.3"; transcript_id "ENST1.1";
        1 HAVANA transcript 101 400 . + . gene_id "ENSG1.3"; transcript_id "ENST2.1";
        1 HAVANA exon 101 150 . + . gene_id "ENSG1.3"; transcript_id "ENST2.1";
        1 HAVANA exon 201 400 . + . gene_id "ENSG1.3"; transcript_id "ENST2.1";
        1 HAVANA gene 501 900 . - . gene_id "ENSG2.1"; gene_type "lncRNA"; gene_name "BETA"; level 2;
        1 HAVANA transcript 501 900 . - . gene_id "ENSG2.1"; transcript_id "ENST3.1";
        1 HAVANA exon 801 900 . - . gene_id "ENSG2.1"; transcript_id "ENST3.1";
        1 HAVANA exon 501 600 . - . gene_id "ENSG2.1"; transcript_id "ENST3.1";
        """);

    final String text;

    Dialect(String text) {
      this.text = Rows.tabbed(text);
    }
  }

  @TempDir Path folder;

  private List<Gene> genes(Dialect dialect) throws IOException {
    // No extension: what the file says must do.
    return AnnotationReader.read(Files.writeString(folder.resolve("genes"), dialect.text)).genes();
  }

  @ParameterizedTest
  @EnumSource
  void theExonsAreTheSame(Dialect dialect) throws IOException {
    List<Gene> genes = genes(dialect);
    assertEquals(2, genes.size());
    List<Transcript> alpha = genes.get(0).transcripts();
    assertEquals(2, alpha.size());
    assertExons(alpha.get(0), 110, 400, List.of(110, 300), List.of(150, 400));
    assertExons(alpha.get(1), 100, 400, List.of(100, 200), List.of(150, 400));
    List<Transcript> beta = genes.get(1).transcripts();
    assertEquals(1, beta.size());
    assertExons(beta.get(0), 500, 900, List.of(500, 800), List.of(600, 900));
  }

  @ParameterizedTest
  @EnumSource
  void theGenesAreTheSame(Dialect dialect) throws IOException {
    Gene alpha = genes(dialect).get(0);
    assertEquals("ALPHA", alpha.symbol());
    assertEquals("protein_coding", alpha.biotype());
    assertEquals(new Interval("1", 100, 400), alpha.span());
    assertEquals(Strand.PLUS, alpha.strand());
    Gene beta = genes(dialect).get(1);
    assertEquals("BETA", beta.symbol());
    assertEquals("lncRNA", beta.biotype());
    assertEquals(new Interval("1", 500, 900), beta.span());
    assertEquals(Strand.MINUS, beta.strand());
  }

  @ParameterizedTest
  @EnumSource
  void theManeTranscriptStandsForTheGeneThoughItIsShorter(Dialect dialect) throws IOException {
    Gene alpha = genes(dialect).get(0);
    assertEquals(alpha.transcripts().get(0), alpha.representative());
  }

  @ParameterizedTest
  @EnumSource
  void theIdentifiersAreTheSourcesOwn(Dialect dialect) throws IOException {
    Gene alpha = genes(dialect).get(0);
    String ids = alpha.id() + " " + alpha.transcripts().get(0).id();
    String expected =
        switch (dialect) {
          case REFSEQ_GFF3 -> "gene-ALPHA NM_1.1";
          case ENSEMBL_GFF3, ENSEMBL_GTF -> "ENSG1 ENST1";
          case GENCODE_GFF3, GENCODE_GTF -> "ENSG1.3 ENST1.1";
        };
    assertEquals(expected, ids);
  }

  private static void assertExons(
      Transcript transcript, int start, int end, List<Integer> starts, List<Integer> ends) {
    assertEquals(new Interval("1", start, end), transcript.span());
    assertEquals(starts, transcript.exonStarts());
    assertEquals(ends, transcript.exonEnds());
  }
}

package org.splicespark.io;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.splicespark.genome.Gene;
import org.splicespark.genome.Interval;
import org.splicespark.testing.Rows;

class GffGenesTest {
  @TempDir Path folder;

  @Test
  void aGffCountsFromOneAndIncludesTheEnd() throws IOException {
    Gene gene =
        read("""
                1 . gene 1 10 . + . ID=g
                1 . mRNA 1 10 . + . ID=t;Parent=g
                1 . exon 1 1 . + . Parent=t
                1 . exon 10 10 . + . Parent=t
                """)
            .genes()
            .get(0);
    assertEquals(new Interval("1", 0, 10), gene.span());
    assertEquals(List.of(0, 9), gene.representative().exonStarts());
    assertEquals(List.of(1, 10), gene.representative().exonEnds());
  }

  @Test
  void exonsThatHangOnTheGeneMakeOneTranscriptWithTheGenesName() throws IOException {
    Gene gene =
        read("""
                1 . pseudogene 1 90 . - . ID=gene-P;gene=P
                1 . exon 61 90 . - . ID=e1;Parent=gene-P
                1 . exon 1 30 . - . ID=e2;Parent=gene-P
                """)
            .genes()
            .get(0);
    assertEquals("P gene-P", gene.symbol() + " " + gene.representative().id());
    assertEquals(List.of(0, 60), gene.representative().exonStarts());
  }

  @Test
  void theCdsStandsInWhereATranscriptHasNoExons() throws IOException {
    Gene gene =
        read("""
                1 . gene 1 90 . + . ID=g
                1 . mRNA 1 90 . + . ID=t;Parent=g
                1 . CDS 1 30 . + 0 ID=c;Parent=t
                1 . CDS 61 90 . + 0 ID=c;Parent=t
                1 . mRNA 1 90 . + . ID=u;Parent=g
                1 . CDS 11 30 . + 0 ID=d;Parent=u
                1 . exon 1 90 . + . Parent=u
                1 . CDS 61 80 . + 0 ID=d;Parent=u
                """)
            .genes()
            .get(0);
    assertEquals(List.of(30, 90), gene.transcripts().get(0).exonEnds());
    assertEquals(List.of(90), gene.transcripts().get(1).exonEnds());
  }

  @Test
  void anExonMayHaveSeveralParentsAndComeBeforeThem() throws IOException {
    Gene gene =
        read("""
                1 . exon 1 30 . + . Parent=t,u
                1 . mRNA 1 30 . + . ID=t;Parent=g
                1 . mRNA 1 30 . + . ID=u;Parent=g
                1 . gene 1 30 . + . ID=g
                """)
            .genes()
            .get(0);
    assertEquals(2, gene.transcripts().size());
    assertEquals(gene.transcripts().get(0).span(), gene.transcripts().get(1).span());
  }

  @Test
  void aTranscriptInsideATranscriptIsNoTranscriptOfTheGene() throws IOException {
    Gene gene =
        read("""
                1 . gene 1 90 . + . ID=g;gene=MIR1
                1 . primary_transcript 1 90 . + . ID=p;Parent=g
                1 . exon 1 90 . + . Parent=p
                1 . miRNA 11 30 . + . ID=m;Parent=p
                1 . exon 11 30 . + . Parent=m
                """)
            .genes()
            .get(0);
    assertEquals(1, gene.transcripts().size());
    assertEquals(List.of(0), gene.representative().exonStarts());
  }

  @Test
  void aTranscriptWithoutAGeneIsItsOwn() throws IOException {
    Genes genes =
        read(
            """
            1 . transcript 1 30 . + . ID=t;gene_name=A
            1 . exon 1 30 . + . Parent=t
            """);
    assertEquals("A", genes.genes().get(0).symbol());
    assertEquals(0, genes.dropped());
  }

  @Test
  void genesWithoutExonsAreLeftOutAndCounted() throws IOException {
    Genes genes =
        read(
            """
            1 . gene 1 90 . + . ID=bare
            1 . gene 1 90 . + . ID=g
            1 . mRNA 1 90 . + . ID=empty;Parent=g
            1 . mRNA 1 90 . + . ID=t;Parent=g
            1 . exon 1 90 . + . Parent=t
            1 . enhancer 1 9 . . . ID=e
            """);
    assertEquals(List.of("g"), genes.genes().stream().map(Gene::id).toList());
    assertEquals(1, genes.genes().get(0).transcripts().size());
    assertEquals(1, genes.dropped());
  }

  @Test
  void transSplicedGenesAreLeftOutAndCounted() throws IOException {
    Genes genes =
        read(
            """
            1 . gene 1 30 . + . ID=rps12;exception=trans-splicing;part=1
            1 . gene 61 90 . - . ID=rps12;exception=trans-splicing;part=2
            1 . CDS 1 30 . + 0 ID=c;Parent=rps12
            1 . CDS 61 90 . - 0 ID=c;Parent=rps12
            1 . gene 1 30 . ? . ID=nad1;exception=trans-splicing
            1 . gene 1 30 . + . ID=g
            1 . CDS 1 30 . + 0 ID=d;Parent=g
            """);
    assertEquals(List.of("g"), genes.genes().stream().map(Gene::id).toList());
    assertEquals(2, genes.dropped());
  }

  @Test
  void oneIdentifierOnTwoContigsIsTwoGenes() throws IOException {
    List<Gene> genes =
        read("""
                X . gene 1 30 . + . ID=g
                X . mRNA 1 30 . + . ID=t;Parent=g
                X . exon 1 30 . + . Parent=t
                Y . gene 11 40 . + . ID=g
                Y . mRNA 11 40 . + . ID=t;Parent=g
                Y . exon 11 40 . + . Parent=t
                """)
            .genes();
    assertEquals(List.of("X", "Y"), genes.stream().map(Gene::contig).toList());
    assertEquals(List.of(0), genes.get(0).representative().exonStarts());
    assertEquals(List.of(10), genes.get(1).representative().exonStarts());
  }

  @Test
  void percentCodesTrailingSemicolonsAndFurtherEqualSignsAreRead() throws IOException {
    Gene gene =
        read("""
                1 . gene 1 30 . + . ID=g%2C1;Name=a%3Bb%20c=d%C3%A9 50%;Note=1=2;
                1 . mRNA 1 30 . + . ID=t; Parent=g%2C1; tag=x%2Cy,z;
                1 . exon 1 30 . + . Parent=t;
                """)
            .genes()
            .get(0);
    assertEquals("g,1", gene.id());
    assertEquals("a;b c=d\u00e9 50%", gene.symbol());
    assertEquals(Set.of("x,y", "z"), gene.representative().tags());
  }

  @Test
  void theSequencesAtTheEndOfAFileAreNotRead() throws IOException {
    String text =
        Rows.tabbed("##gff-version 3\n1 . gene 1 30 . + . ID=g\n1 . exon 1 30 . + . Parent=g");
    Path path = Files.writeString(folder.resolve("g.gff3"), text + "##FASTA\n>1\nACGT\n");
    assertEquals(1, AnnotationReader.read(path).genes().size());
  }

  private Genes read(String rows) throws IOException {
    return AnnotationReader.read(
        Files.writeString(folder.resolve("g.gff3"), Rows.tabbed("##gff-version 3\n" + rows)));
  }
}

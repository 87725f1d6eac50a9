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

class GtfGenesTest {
  @TempDir Path folder;

  @Test
  void aGtfCountsFromOneAndIncludesTheEnd() throws IOException {
    Gene gene =
        read("""
                1 . gene 1 10 . + . gene_id "g";
                1 . exon 1 1 . + . gene_id "g"; transcript_id "t";
                1 . exon 10 10 . + . gene_id "g"; transcript_id "t";
                """)
            .genes()
            .get(0);
    assertEquals(new Interval("1", 0, 10), gene.span());
    assertEquals(List.of(0, 9), gene.representative().exonStarts());
    assertEquals(List.of(1, 10), gene.representative().exonEnds());
  }

  @Test
  void withoutGeneRowsAGeneSpansItsTranscripts() throws IOException {
    Gene gene =
        read("""
                1 ucsc exon 61 90 . - . gene_id "g"; transcript_id "t"; gene_name "G";
                1 ucsc exon 11 30 . - . gene_id "g"; transcript_id "u";
                """)
            .genes()
            .get(0);
    assertEquals(new Interval("1", 10, 90), gene.span());
    assertEquals("G", gene.symbol());
    assertEquals(2, gene.transcripts().size());
  }

  @Test
  void quotedSemicolonsOddBlanksAndAMissingLastSemicolonAreRead() throws IOException {
    Gene gene =
        read("""
                1 . gene 1 10 . + . gene_id  "g;1" ;gene_name "a b";
                1 . transcript 1 10 . + . gene_id "g;1"; transcript_id t1; tag "x"; tag "y z"
                1 . exon 1 10 . + . gene_id "g;1"; transcript_id t1
                """)
            .genes()
            .get(0);
    assertEquals("g;1", gene.id());
    assertEquals("a b", gene.symbol());
    assertEquals("t1", gene.representative().id());
    assertEquals(Set.of("x", "y z"), gene.representative().tags());
  }

  @Test
  void refSeqNamesItsGenesInItsOwnWay() throws IOException {
    Gene gene =
        read("""
                1 . gene 1 10 . + . gene_id "A"; transcript_id ""; gene "A"; gene_biotype "lncRNA";
                1 . transcript 1 10 . + . gene_id "A"; transcript_id "NR_1"; tag "MANE Select";
                1 . exon 1 10 . + . gene_id "A"; transcript_id "NR_1";
                """)
            .genes()
            .get(0);
    assertEquals("A lncRNA", gene.symbol() + " " + gene.biotype());
    assertEquals(List.of("NR_1"), gene.transcripts().stream().map(t -> t.id()).toList());
  }

  @Test
  void genesWithoutExonsAreLeftOutAndCounted() throws IOException {
    Genes genes =
        read(
            """
            1 . gene 1 10 . + . gene_id "bare";
            1 . gene 1 10 . + . gene_id "g";
            1 . CDS 1 10 . + 0 gene_id "g"; transcript_id "t";
            1 . gene 1 10 . + . gene_id "x"; exception "trans-splicing";
            1 . exon 1 10 . - . gene_id "x"; transcript_id "xt";
            """);
    assertEquals(List.of("g"), genes.genes().stream().map(Gene::id).toList());
    assertEquals(2, genes.dropped());
  }

  @Test
  void oneIdentifierOnTwoContigsIsTwoGenes() throws IOException {
    List<Gene> genes =
        read("""
                X . transcript 1 30 . + . gene_id "g"; transcript_id "t";
                X . exon 1 30 . + . gene_id "g"; transcript_id "t";
                Y . transcript 11 40 . - . gene_id "g"; transcript_id "t";
                Y . exon 11 40 . - . gene_id "g"; transcript_id "t";
                """)
            .genes();
    assertEquals(List.of("X", "Y"), genes.stream().map(Gene::contig).toList());
    assertEquals(List.of(10), genes.get(1).representative().exonStarts());
  }

  private Genes read(String rows) throws IOException {
    return AnnotationReader.read(Files.writeString(folder.resolve("genes.gtf"), Rows.tabbed(rows)));
  }
}

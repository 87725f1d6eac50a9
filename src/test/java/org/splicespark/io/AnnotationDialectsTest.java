package org.splicespark.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.splicespark.genome.Gene;
import org.splicespark.genome.Transcript;
import org.splicespark.testing.Dialects;

/** The same genes are read from the words of five sources. */
class AnnotationDialectsTest {
  private static final int ALPHA = 0;
  private static final int BETA = 1;
  private static final int GAMMA = 2;

  @TempDir Path folder;

  private List<Gene> genes(Dialects dialect) throws IOException {
    // No extension: what the file says must do.
    return AnnotationReader.read(Files.writeString(folder.resolve("genes"), dialect.text()))
        .genes();
  }

  @ParameterizedTest
  @EnumSource
  void theExonsAreTheSame(Dialects dialect) throws IOException {
    List<Gene> genes = genes(dialect);
    assertEquals(Dialects.GENES.size(), genes.size());
    for (int i = 0; i < genes.size(); i++) {
      List<Transcript> expected = Dialects.GENES.get(i).transcripts();
      List<Transcript> read = genes.get(i).transcripts();
      assertEquals(expected.size(), read.size());
      for (int j = 0; j < read.size(); j++) {
        assertSameExons(dialect, expected.get(j), read.get(j));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void theGenesAreTheSame(Dialects dialect) throws IOException {
    List<Gene> genes = genes(dialect);
    for (int i = 0; i < genes.size(); i++) {
      Gene expected = Dialects.GENES.get(i);
      Gene read = genes.get(i);
      assertEquals(expected.symbol(), read.symbol());
      assertEquals(expected.biotype(), read.biotype());
      assertEquals(expected.span().on(dialect.contig(expected.contig())), read.span());
      assertEquals(expected.strand(), read.strand());
    }
  }

  @ParameterizedTest
  @EnumSource
  void theSameTranscriptStandsForTheGene(Dialects dialect) throws IOException {
    List<Gene> genes = genes(dialect);
    // MANE's is the first, the canonical one the second; GAMMA's second is the longest besides.
    int[] standing = {0, 1, 1};
    for (int i = 0; i < genes.size(); i++) {
      assertSameExons(
          dialect,
          Dialects.GENES.get(i).transcripts().get(standing[i]),
          genes.get(i).representative());
    }
    for (int tagged : new int[] {ALPHA, BETA}) {
      Gene gene = genes.get(tagged);
      assertNotEquals(longest(gene), gene.representative(), "it is not the longest");
    }
    assertEquals(longest(genes.get(GAMMA)), genes.get(GAMMA).representative());
  }

  @ParameterizedTest
  @EnumSource
  void theTagsAreAsTheSourceSpellsThem(Dialects dialect) throws IOException {
    List<Gene> genes = genes(dialect);
    for (int i = 0; i < genes.size(); i++) {
      Gene expected = Dialects.GENES.get(i);
      for (int j = 0; j < expected.transcripts().size(); j++) {
        assertEquals(
            dialect.tags(expected, expected.transcripts().get(j)),
            genes.get(i).transcripts().get(j).tags());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void theIdentifiersAreTheSourcesOwn(Dialects dialect) throws IOException {
    Gene alpha = genes(dialect).get(ALPHA);
    String ids = alpha.id() + " " + alpha.transcripts().get(0).id();
    String expected =
        switch (dialect) {
          case REFSEQ_GFF3 -> "gene-ALPHA NM_000011.1";
          case ENSEMBL_GFF3, ENSEMBL_GTF -> "ENSG00000000010 ENST00000000011";
          case GENCODE_GFF3, GENCODE_GTF -> "ENSG00000000010.3 ENST00000000011.1";
        };
    assertEquals(expected, ids);
  }

  private static Transcript longest(Gene gene) {
    return gene.transcripts().stream()
        .max(Comparator.comparingInt(transcript -> transcript.span().length()))
        .orElseThrow();
  }

  private static void assertSameExons(Dialects dialect, Transcript expected, Transcript read) {
    assertEquals(expected.span().on(dialect.contig(expected.span().contig())), read.span());
    assertEquals(expected.exonStarts(), read.exonStarts());
    assertEquals(expected.exonEnds(), read.exonEnds());
  }
}

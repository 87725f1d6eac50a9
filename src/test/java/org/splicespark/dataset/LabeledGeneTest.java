package org.splicespark.dataset;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.splicespark.genome.Gene;
import org.splicespark.genome.Interval;
import org.splicespark.genome.Strand;
import org.splicespark.genome.Transcript;
import org.splicespark.testing.Genes;
import org.splicespark.testing.MemoryGenome;

class LabeledGeneTest {
  private static final Labelling ALL = new Labelling(Context.NONE, false);

  /** A gene of random exons on a contig that is not much longer. */
  private static Gene randomGene(Random random, int contig) {
    int start = random.nextInt(60);
    int end = contig - random.nextInt(60);
    int exons = 1 + random.nextInt(8);
    int[] cuts = random.ints(start, end).distinct().limit(2L * exons).sorted().toArray();
    Transcript isoform = Genes.isoform("T", "chr1", cuts);
    Strand strand = random.nextBoolean() ? Strand.PLUS : Strand.MINUS;
    return new Gene("G", "G", "", new Interval("chr1", start, end), strand, List.of(isoform));
  }

  /** Bases, some of them none, under a gene whose every other intron has canonical ends. */
  private static String randomContig(Random random, int length, Gene gene) {
    StringBuilder bases = new StringBuilder();
    random.ints(length, 0, 41).forEach(i -> bases.append("ACGTN".charAt(i / 10)));
    Transcript isoform = gene.transcripts().get(0);
    boolean plus = gene.strand() == Strand.PLUS;
    for (int i = 0; i + 1 < isoform.exonStarts().size(); i++) {
      int start = isoform.exonEnds().get(i);
      int end = isoform.exonStarts().get(i + 1);
      if (end - start >= 4 && random.nextBoolean()) {
        bases.replace(start, start + 2, plus ? "GT" : "CT");
        bases.replace(end - 2, end, plus ? "AG" : "AC");
      }
    }
    return bases.toString();
  }

  @Test
  void whatIsNoBaseIsNOnBothStrands() throws DroppedGene {
    String contig = "ANRYKMSWBDHVT";
    for (Strand strand : Strand.values()) {
      LabeledGene gene = LabeledGenes.of(Genes.gene("G", "c", strand, 0, 13), contig, ALL);
      assertEquals("ANNNNNNNNNNNT", new String(gene.bases(), US_ASCII));
      byte[] codes = Arrays.copyOfRange(gene.codes(), Chunk.SIDE, Chunk.SIDE + 13);
      assertEquals("ANNNNNNNNNNNT", NaiveLabels.letters(codes));
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "4999, 1", "5000, 1", "5001, 2", "10000, 2", "10001, 3"})
  void aGeneIsCutIntoChunksAndTheLastOneIsFilled(int length, int chunks) throws DroppedGene {
    String contig = MemoryGenome.randomBases(new Random(length), length + 20);
    LabeledGene gene =
        LabeledGenes.of(Genes.gene("G", "c", Strand.MINUS, 10, 10 + length), contig, ALL);
    assertEquals(chunks, gene.plan().chunks());
    assertEquals(chunks * Chunk.LABELLED, gene.labels().length);
    assertEquals(length, gene.bases().length);
    assertEquals(length, gene.digits().length);
    Chunk last = gene.chunk(chunks - 1);
    for (int i = 0; i < Chunk.LABELLED; i++) {
      boolean inside = (chunks - 1) * Chunk.LABELLED + i < length;
      assertEquals(inside ? Chunk.NEITHER : Chunk.BEYOND, last.labels()[i], "label " + i);
      assertEquals(inside, last.codes()[Chunk.SIDE + i] != Chunk.NO_BASE, "base " + i);
    }
  }

  @Test
  void withoutContextThereIsNoBaseOutsideTheGene() throws DroppedGene {
    String contig = "A".repeat(20_000);
    for (Strand strand : Strand.values()) {
      LabeledGene gene = LabeledGenes.of(Genes.gene("G", "c", strand, 7000, 7003), contig, ALL);
      int bases = 0;
      for (byte code : gene.codes()) {
        bases += code == Chunk.NO_BASE ? 0 : 1;
      }
      assertEquals(3, bases);
    }
  }

  @Test
  void genomicContextIsTheGenomesAndMissesOnlyWhatTheContigDoesNotHave() throws DroppedGene {
    String contig = MemoryGenome.randomBases(new Random(1), 9000);
    Labelling genomic = new Labelling(Context.GENOMIC, false);
    for (Strand strand : Strand.values()) {
      LabeledGene gene = LabeledGenes.of(Genes.gene("G", "c", strand, 1000, 1100), contig, genomic);
      int before = strand == Strand.PLUS ? 1000 : 5000;
      int behind = strand == Strand.PLUS ? 7900 : 1000;
      String own =
          strand == Strand.PLUS ? contig : LabeledGenes.mirrored(contig.substring(0, 6100));
      String letters = NaiveLabels.letters(gene.chunk(0).codes());
      assertEquals("N".repeat(5000 - before), letters.substring(0, 5000 - before));
      assertEquals(own, letters.substring(5000 - before, 5100 + behind));
      assertEquals("N".repeat(9900 - behind), letters.substring(5100 + behind));
    }
  }

  @ParameterizedTest
  @EnumSource
  void randomGenesAreAsTheDefinitionSays(Context context) throws DroppedGene {
    int canonical = 0;
    for (long seed = 0; seed < 60; seed++) {
      Random random = new Random(seed);
      int length = 120 + random.nextInt(seed % 3 == 0 ? 14_000 : 400);
      Gene gene = randomGene(random, length);
      String contig = randomContig(random, length, gene);
      NaiveLabels naive = new NaiveLabels(contig, gene);
      for (boolean only : new boolean[] {false, true}) {
        LabeledGene found = LabeledGenes.of(gene, contig, new Labelling(context, only));
        String expected = naive.digits(gene.transcripts().get(0), only);
        assertEquals(expected, LabeledGenes.digits(found), "seed " + seed);
        canonical += only && expected.contains("2") ? 1 : 0;
        assertSameChunks(naive, expected, found, context);
      }
    }
    assertTrue(canonical > 20, "only " + canonical + " genes have canonical introns");
  }

  private static void assertSameChunks(
      NaiveLabels naive, String digits, LabeledGene found, Context context) {
    int chunks = (digits.length() + 4999) / 5000;
    assertEquals(chunks, found.plan().chunks());
    String padded = digits + "3".repeat(chunks * 5000 - digits.length());
    for (int i = 0; i < chunks; i++) {
      Chunk chunk = found.chunk(i);
      assertEquals(naive.bases(i, context), NaiveLabels.letters(chunk.codes()));
      byte[] expected = padded.substring(5000 * i, 5000 * (i + 1)).getBytes(US_ASCII);
      for (int j = 0; j < expected.length; j++) {
        expected[j] -= '0';
      }
      assertArrayEquals(expected, chunk.labels());
    }
  }
}

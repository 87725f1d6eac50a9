package org.splicespark.simulate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.splicespark.genome.DnaSequence;
import org.splicespark.genome.Gene;
import org.splicespark.genome.Interval;
import org.splicespark.genome.Strand;
import org.splicespark.genome.Transcript;
import org.splicespark.io.AnnotationReader;
import org.splicespark.io.FastaGenome;

class GenomeSimulationTest {
  private static final SimulationParameters SMALL =
      new SimulationParameters(6_000_001, 203, 3_500_000, 3, 7);

  private record MadeUp(byte[] fasta, byte[] gff3, Simulated made) {}

  @TempDir Path folder;

  @Test
  void theSameParametersGiveTheSameBytes() throws IOException {
    MadeUp first = made(SMALL);
    MadeUp second = made(SMALL);
    assertArrayEquals(first.fasta(), second.fasta());
    assertArrayEquals(first.gff3(), second.gff3());
  }

  @Test
  void theBytesAreThoseOfOtherMachinesAndVersions() throws IOException {
    MadeUp made = made(SMALL);
    assertEquals("564f27cb ff63f7db", crc(made.fasta()) + " " + crc(made.gff3()));
  }

  private static String crc(byte[] bytes) {
    CRC32 sum = new CRC32();
    sum.update(bytes);
    return Long.toHexString(sum.getValue());
  }

  @Test
  void anotherSeedGivesAnotherGenomeOfTheSameSize() throws IOException {
    MadeUp first = made(SMALL);
    MadeUp second = made(new SimulationParameters(6_000_001, 203, 3_500_000, 3, 8));
    assertEquals(first.fasta().length, second.fasta().length);
    assertFalse(Arrays.equals(first.fasta(), second.fasta()));
    assertFalse(Arrays.equals(first.gff3(), second.gff3()));
  }

  @ParameterizedTest
  @CsvSource({"6000001,203,3500000,3", "100000,6,20000,5", "40000,7,22000,2", "1000000,1,900000,1"})
  void sizesAreAsAskedFor(long bases, int count, long geneBases, int contigs) throws IOException {
    MadeUp made = made(new SimulationParameters(bases, count, geneBases, contigs, 3));
    try (FastaGenome genome = genome(made)) {
      assertEquals(contigs, genome.contigs().size());
      assertEquals(bases, genome.contigs().values().stream().mapToLong(n -> n).sum());
      List<Gene> genes = genes(made);
      assertEquals(count, genes.size());
      long sum = genes.stream().mapToLong(gene -> gene.span().length()).sum();
      assertEquals(geneBases, sum, 0.01 * geneBases);
      assertEquals(new Simulated(bases, count, sum, introns(genes)), made.made());
      for (Gene gene : genes) {
        assertTrue(gene.span().end() <= genome.contigs().get(gene.contig()), gene.toString());
      }
    }
  }

  @Test
  void genesAreAsVariedAsRealOnes() throws IOException {
    List<Gene> genes = genes(made(SMALL));
    assertTrue(genes.stream().allMatch(gene -> gene.biotype().equals("protein_coding")));
    long plus = genes.stream().filter(gene -> gene.strand() == Strand.PLUS).count();
    assertTrue(plus > 70 && plus < 133, plus + " of 203 on the forward strand");
    long single = genes.stream().filter(gene -> exons(gene).size() == 1).count();
    assertTrue(single >= 3 && single < 30, single + " with a single exon");
    long overlapping = 0;
    for (int i = 1; i < genes.size(); i++) {
      if (genes.get(i).span().overlaps(genes.get(i - 1).span())) {
        overlapping++;
        assertTrue(genes.get(i).strand() != genes.get(i - 1).strand());
      }
    }
    assertTrue(overlapping >= 5, overlapping + " overlapping");
  }

  @Test
  void exonsAndIntronsHaveTheLengthsOfRealOnes() throws IOException {
    List<Integer> exons = new ArrayList<>();
    List<Integer> introns = new ArrayList<>();
    for (Gene gene : genes(made(new SimulationParameters(20_000_000, 200, 12_000_000, 1, 2)))) {
      List<Interval> all = exons(gene);
      for (int i = 1; i < all.size(); i++) {
        introns.add(all.get(i).start() - all.get(i - 1).end());
        if (i + 1 < all.size()) {
          exons.add(all.get(i).length());
        }
      }
    }
    exons.sort(null);
    introns.sort(null);
    assertEquals(125, exons.get(exons.size() / 2), 10);
    assertTrue(exons.get(0) >= 30 && introns.get(0) >= 70);
    int median = introns.get(introns.size() / 2);
    assertTrue(introns.get(introns.size() * 99 / 100) > 10 * median, "the tail is long");
  }

  @Test
  void intronsStartWithGtOrSeldomWithGcAndEndWithAg() throws IOException {
    MadeUp made = made(SMALL);
    Map<String, Integer> starts = new TreeMap<>();
    Map<String, Integer> ends = new TreeMap<>();
    try (FastaGenome genome = genome(made)) {
      for (Gene gene : genes(made)) {
        List<Interval> exons = exons(gene);
        for (int i = 1; i < exons.size(); i++) {
          int start = exons.get(i - 1).end();
          int end = exons.get(i).start();
          byte[] forward = genome.bases(new Interval(gene.contig(), start, end));
          boolean plus = gene.strand() == Strand.PLUS;
          byte[] bases = plus ? forward : DnaSequence.reverseComplement(forward);
          String intron = new String(bases, StandardCharsets.US_ASCII);
          starts.merge(intron.substring(0, 2), 1, Integer::sum);
          ends.merge(intron.substring(intron.length() - 2), 1, Integer::sum);
        }
      }
    }
    assertEquals(1, ends.size(), ends.toString());
    assertEquals(2, starts.size(), starts.toString());
    double gc = (double) starts.get("GC") / (starts.get("GC") + starts.get("GT"));
    assertTrue(gc > 0.002 && gc < 0.03, starts.toString());
  }

  @Test
  void linesHaveSixtyBasesAndOnlyBases() throws IOException {
    String fasta = new String(made(SMALL).fasta(), StandardCharsets.US_ASCII);
    List<String> lines = fasta.lines().toList();
    assertEquals(">chr1", lines.get(0));
    assertEquals(60, lines.get(1).length());
    assertTrue(lines.stream().allMatch(line -> line.matches(">chr[123]|[ACGT]{1,60}")));
    long strong = fasta.chars().filter(c -> c == 'G' || c == 'C').count();
    assertEquals(0.41, (double) strong / SMALL.bases(), 0.02);
  }

  @ParameterizedTest
  @CsvSource({
    "1000000,0,0,0,at least 1 contig",
    "1000000,2,100000,3,at least one gene for each contig",
    "1000000,100,100000,3,at least 3000 bases each",
    "1000000,100,950000,3,at most 90 %",
    "1000000000,100,950000,3,more contigs"
  })
  void aGenomeThatCannotBeIsRefused(
      long bases, int genes, long geneBases, int contigs, String why) {
    Exception refusal =
        assertThrows(
            IllegalArgumentException.class,
            () -> new SimulationParameters(bases, genes, geneBases, contigs, 1));
    assertTrue(refusal.getMessage().contains(why), refusal.getMessage());
  }

  private static MadeUp made(SimulationParameters parameters) throws IOException {
    ByteArrayOutputStream fasta = new ByteArrayOutputStream();
    ByteArrayOutputStream gff3 = new ByteArrayOutputStream();
    List<Simulated> progress = new ArrayList<>();
    Simulated made;
    try (Writer text = new OutputStreamWriter(gff3, StandardCharsets.US_ASCII)) {
      made = new GenomeSimulation(parameters).write(fasta, text, progress::add);
    }
    assertEquals(parameters.contigs(), progress.size());
    assertEquals(made, progress.get(progress.size() - 1));
    return new MadeUp(fasta.toByteArray(), gff3.toByteArray(), made);
  }

  private FastaGenome genome(MadeUp made) throws IOException {
    return FastaGenome.open(Files.write(folder.resolve("genome.fa"), made.fasta()));
  }

  private List<Gene> genes(MadeUp made) throws IOException {
    return AnnotationReader.read(Files.write(folder.resolve("genes.gff3"), made.gff3())).genes();
  }

  private static long introns(List<Gene> genes) {
    return genes.stream().mapToLong(gene -> exons(gene).size() - 1).sum();
  }

  private static List<Interval> exons(Gene gene) {
    Transcript transcript = gene.representative();
    List<Interval> exons = new ArrayList<>();
    for (int i = 0; i < transcript.exonStarts().size(); i++) {
      exons.add(
          new Interval(
              gene.contig(), transcript.exonStarts().get(i), transcript.exonEnds().get(i)));
    }
    return exons;
  }
}

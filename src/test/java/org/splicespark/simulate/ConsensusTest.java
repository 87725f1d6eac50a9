package org.splicespark.simulate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsensusTest {
  private static final int SITES = 20_000;
  private static final String DONOR = "CAGGTAAGT";
  private static final String ACCEPTOR = "TTTTTTTTTTTTTTTTCCAGG";

  @Test
  void withFullConsensusAllSitesAreAlike() {
    Random random = new Random(1);
    for (int i = 0; i < 100; i++) {
      assertEquals(DONOR, text(SiteMotif.DONOR.draw(1, random)));
      assertEquals(ACCEPTOR, text(SiteMotif.ACCEPTOR.draw(1, random)));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.3, 0.8})
  void aBaseIsTheMostFrequentOneAsOftenAsDrawnAndByConsensusTogether(double consensus) {
    // The last base of the exon is G in 81 of 100 sites that are drawn.
    Random random = new Random(2);
    int usual = 0;
    for (int i = 0; i < SITES; i++) {
      usual += SiteMotif.DONOR.draw(consensus, random)[2] == 'G' ? 1 : 0;
    }
    assertEquals(consensus + (1 - consensus) * 0.81, (double) usual / SITES, 0.01);
  }

  @Test
  void withoutConsensusTheGenomeIsTheOneThatSitesLikeRealOnesGive() throws IOException {
    byte[] real = fasta(new SimulationParameters(200_000, 10, 100_000, 2, 5));
    assertArrayEquals(real, fasta(new SimulationParameters(200_000, 10, 100_000, 2, 5, 0, 0.52)));
    assertFalse(
        Arrays.equals(
            real, fasta(new SimulationParameters(200_000, 10, 100_000, 2, 5, 0.1, 0.52))));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.01, Double.NaN})
  void aConsensusThatIsNoShareIsRefused(double consensus) {
    Exception refusal =
        assertThrows(
            IllegalArgumentException.class,
            () -> new SimulationParameters(200_000, 10, 100_000, 2, 5, consensus, 0.52));
    assertTrue(refusal.getMessage().contains("from 0 to 1"), refusal.getMessage());
  }

  @Test
  void exonsHaveTheGcThatIsAskedFor() {
    byte[] exon = new byte[100_000];
    Composition.ofGc(0.8).fill(exon, 0, exon.length, new SplittableRandom(3));
    long strong = text(exon).chars().filter(base -> base == 'G' || base == 'C').count();
    assertEquals(0.8, (double) strong / exon.length, 0.01);
    assertThrows(
        IllegalArgumentException.class,
        () -> new SimulationParameters(200_000, 10, 100_000, 2, 5, 0, 1.01));
  }

  private static String text(byte[] bases) {
    return new String(bases, StandardCharsets.US_ASCII);
  }

  private static byte[] fasta(SimulationParameters parameters) throws IOException {
    ByteArrayOutputStream fasta = new ByteArrayOutputStream();
    new GenomeSimulation(parameters).write(fasta, Writer.nullWriter(), made -> {});
    return fasta.toByteArray();
  }
}

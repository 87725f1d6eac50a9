package org.splicespark.simulate;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.splicespark.genome.Interval;
import org.splicespark.testing.MemoryGenome;

class CohortSimulationTest {
  private final MemoryGenome genome = new MemoryGenome();

  CohortSimulationTest() {
    Random random = new Random(3);
    genome.with("chr1", MemoryGenome.randomBases(random, 400_000));
    genome.with("chr2", MemoryGenome.randomBases(random, 200_000));
  }

  private List<CohortSite> sites(CohortParameters parameters) {
    List<CohortSite> sites = new ArrayList<>();
    new CohortSimulation(genome, parameters).<RuntimeException>forEach(sites::add);
    return sites;
  }

  private String text(CohortParameters parameters) throws IOException {
    var bytes = new ByteArrayOutputStream();
    CohortOutput out = new CohortOutput(bytes, parameters);
    out.writeHeader(genome.contigs());
    new CohortSimulation(genome, parameters).<IOException>forEach(out::write);
    return bytes.toString(US_ASCII);
  }

  @Test
  void sitesAreAsManyAsAskedForInOrderAndSayWhatTheReferenceHas() {
    List<CohortSite> sites = sites(new CohortParameters(3000, 100, 1));
    assertTrue(sites.size() <= 3000 && sites.size() > 2980, sites.size() + " sites");
    for (int i = 0; i < sites.size(); i++) {
      CohortSite site = sites.get(i);
      CohortSite before = sites.get(Math.max(0, i - 1));
      boolean inOrder =
          site.contig().equals(before.contig())
              ? site.position() >= before.position()
              : before.contig().equals("chr1");
      assertTrue(inOrder, before + " and " + site);
      int end = site.position() + site.ref().length();
      Interval place = new Interval(site.contig(), site.position(), end);
      assertEquals(new String(genome.bases(place), US_ASCII), site.ref());
      assertNotEquals(site.ref(), site.alt());
    }
    long onOne = sites.stream().filter(site -> site.contig().equals("chr1")).count();
    assertEquals(2000, onOne, 20);
  }

  @Test
  void someStretchesHaveSeveralTimesAsManyAsOthers() {
    int[] counts = new int[8];
    for (CohortSite site : sites(new CohortParameters(6000, 10, 5))) {
      if (site.contig().equals("chr1")) {
        counts[site.position() / CohortSimulation.STRETCH]++;
      }
    }
    Arrays.sort(counts);
    assertTrue(counts[7] > 2 * counts[0], Arrays.toString(counts));
  }

  @Test
  void theFirstSitesAreThoseOfTheWholeCohort() {
    CohortParameters parameters = new CohortParameters(3000, 10, 1);
    List<CohortSite> first = new ArrayList<>();
    long count =
        new CohortSimulation(genome, parameters).<RuntimeException>forFirst(70, first::add);
    assertEquals(70, count);
    assertEquals(sites(parameters).subList(0, 70), first);
  }

  @Test
  void theSameSeedGivesTheSameTextAndAnotherSeedAnother() throws IOException {
    String text = text(new CohortParameters(200, 20, 1));
    assertEquals(text, text(new CohortParameters(200, 20, 1)));
    assertNotEquals(text, text(new CohortParameters(200, 20, 2)));
  }

  @Test
  void theAlleleCountIsThatOfTheGenotypesAndRareAllelesAreFrequent() throws IOException {
    List<String[]> records =
        text(new CohortParameters(500, 50, 4))
            .lines()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.split("\t"))
            .toList();
    int rare = 0;
    for (String[] columns : records) {
      assertEquals(9 + 50, columns.length);
      String genotypes = String.join("", Arrays.asList(columns).subList(9, columns.length));
      long alternates = genotypes.chars().filter(c -> c == '1').count();
      assertTrue(genotypes.matches("([01]/[01])+"), genotypes);
      assertEquals("AC=" + alternates + ";AN=100", columns[7]);
      rare += alternates <= 2 ? 1 : 0;
    }
    assertTrue(rare > 100 && rare < 450, rare + " rare");
  }

  @Test
  void withoutSamplesThereIsNoFormatColumn() throws IOException {
    assertTrue(
        text(new CohortParameters(20, 0, 1))
            .lines()
            .filter(line -> !line.startsWith("##"))
            .allMatch(line -> line.split("\t").length == 8));
  }
}

package org.splicespark.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.splicespark.dataset.SplitParameters.Method;
import org.splicespark.dataset.SplitParameters.Named;
import org.splicespark.error.InputException;

class ContigSplitTest {
  private static final List<String> NONE = List.of();

  private static Map<String, Integer> contigs(String... names) {
    Map<String, Integer> contigs = new LinkedHashMap<>();
    for (String name : names) {
      contigs.put(name, 1000);
    }
    return contigs;
  }

  private static Map<String, Integer> randomContigs(long seed) {
    Random random = new Random(seed);
    Map<String, Integer> contigs = new LinkedHashMap<>();
    for (int i = 1 + random.nextInt(40); i > 0; i--) {
      contigs.put("contig" + i, 1 + random.nextInt(1_000_000));
    }
    return contigs;
  }

  private static ContigSplit random(Map<String, Integer> contigs, double trainShare, long seed) {
    return ContigSplit.of(
        contigs, new SplitParameters(Method.RANDOM, trainShare, 0.1, false, Named.NONE, seed));
  }

  private static ContigSplit human(String... contigs) {
    return ContigSplit.of(
        contigs(contigs), new SplitParameters(Method.HUMAN, 0.8, 0.1, false, Named.NONE, 1));
  }

  private static ContigSplit named(
      Map<String, Integer> contigs, List<String> train, List<String> valid, List<String> test) {
    Named named = new Named(train, valid, test);
    // Lists settle the matter whatever the method: this one would refuse these contigs.
    return ContigSplit.of(contigs, new SplitParameters(Method.HUMAN, 0.8, 0.1, false, named, 1));
  }

  private static long bases(Map<String, Integer> contigs, ContigSplit split) {
    return split.contigs(Split.TEST).stream().mapToLong(contigs::get).sum();
  }

  @Test
  void aRandomTestSetReachesItsShareWithTheLastContigAndNotBefore() {
    for (long seed = 0; seed < 200; seed++) {
      Map<String, Integer> contigs = randomContigs(seed);
      double share = new Random(seed).nextDouble();
      ContigSplit split = random(contigs, 1 - share, seed);
      long total = contigs.values().stream().mapToLong(Integer::longValue).sum();
      long test = bases(contigs, split);
      int longest = contigs.values().stream().mapToInt(Integer::intValue).max().orElseThrow();
      assertTrue(test >= Math.floor(total * share), "seed " + seed);
      assertTrue(test < total * share + longest, "seed " + seed);
      int train = split.contigs(Split.TRAIN).size();
      assertEquals(contigs.size(), train + split.contigs(Split.TEST).size(), "seed " + seed);
    }
  }

  @Test
  void aShareOfAllOrNothingLeavesTheOtherSplitEmpty() {
    Map<String, Integer> contigs = randomContigs(1);
    assertEquals(NONE, random(contigs, 1, 5).contigs(Split.TEST));
    assertEquals(NONE, random(contigs, 0, 5).contigs(Split.TRAIN));
  }

  @Test
  void theSameSeedGivesTheSameSplitAndAnotherSeedAnother() {
    Map<String, Integer> contigs = contigs("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k");
    List<String> first = random(contigs, 0.5, 1).contigs(Split.TEST);
    assertEquals(first, random(new LinkedHashMap<>(contigs), 0.5, 1).contigs(Split.TEST));
    assertNotEquals(first, random(contigs, 0.5, 2).contigs(Split.TEST));
  }

  @ParameterizedTest
  @ValueSource(strings = {"chr%s", "%s", "Chr%s", "CHR%s"})
  void humanChromosomesTestByTheirOddNumbersBelowTen(String spelling) {
    for (int number = 1; number <= 22; number++) {
      String name = spelling.formatted(number);
      Split expected = number % 2 == 1 && number < 10 ? Split.TEST : Split.TRAIN;
      assertEquals(Optional.of(expected), human(name).of(name));
    }
    for (String sex : List.of("X", "Y")) {
      String name = spelling.formatted(sex);
      assertEquals(Optional.of(Split.TRAIN), human(name).of(name));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "NC_000001.11, TEST", "NC_000003.12, TEST", "NC_000009.11, TEST", "NC_000002.12, TRAIN",
    "NC_000010.11, TRAIN", "NC_000011.10, TRAIN", "NC_000022.11, TRAIN", "NC_000023.11, TRAIN",
    "NC_000024.10, TRAIN"
  })
  void humanAccessionsAreKnown(String accession, Split expected) {
    assertEquals(Optional.of(expected), human(accession).of(accession));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "chrM",
        "MT",
        "NC_012920.1",
        "chrUn_KI270302v1",
        "chr1_KI270706v1_random",
        "KI270728.1",
        "NT_187361.1",
        "NC_000025.1",
        "NC_000067.7",
        "chr23",
        "chr0",
        "10x",
        "HLA-A*01:01:01:01"
      })
  void contigsThatAreNoHumanChromosomeAreNotUsed(String name) {
    assertEquals(Optional.empty(), human("chr1", name).of(name));
  }

  @Test
  void theHumanSplitOfAnotherGenomeIsAnErrorThatSaysWhatToDo() {
    InputException error = assertThrows(InputException.class, () -> human("scaffold_1", "2L"));
    assertTrue(error.getMessage().contains("it has scaffold_1"), error.getMessage());
    assertTrue(error.getMessage().contains("--split-method random"), error.getMessage());
  }

  @Test
  void withoutTrainingContigsAllThatAreNotNamedTrain() {
    ContigSplit split = named(contigs("a", "b", "c", "d"), NONE, List.of("d"), List.of("b"));
    assertEquals(List.of("a", "c"), split.contigs(Split.TRAIN));
    assertEquals(List.of("d"), split.contigs(Split.VALIDATION));
    assertEquals(List.of("b"), split.contigs(Split.TEST));
  }

  @Test
  void withTrainingContigsThoseThatAreNotNamedAreNotUsed() {
    ContigSplit split = named(contigs("a", "b", "c", "d"), List.of("d", "a"), NONE, List.of("b"));
    assertEquals(List.of("a", "d"), split.contigs(Split.TRAIN));
    assertEquals(Optional.empty(), split.of("c"));
  }

  @ParameterizedTest
  @CsvSource({"1, chr1", "chr1, 1", "Chr1, chr1", "MT, chrM", "chrM, MT"})
  void aContigMayBeNamedInTheOtherSpelling(String given, String has) {
    ContigSplit split = named(contigs(has, "z"), NONE, NONE, List.of(given));
    assertEquals(List.of(has), split.contigs(Split.TEST));
  }

  @Test
  void aContigThatTheGenomeDoesNotHaveIsAnError() {
    InputException error =
        assertThrows(
            InputException.class, () -> named(contigs("a"), NONE, List.of("q"), List.of()));
    assertEquals("contig q is not in the genome", error.getMessage());
  }

  @Test
  void aContigThatIsNamedTwiceIsAnError() {
    Map<String, Integer> contigs = contigs("chr1", "chr2");
    List<String> one = List.of("chr1");
    assertThrows(InputException.class, () -> named(contigs, one, NONE, one));
    assertThrows(InputException.class, () -> named(contigs, NONE, one, List.of("1")));
    InputException error =
        assertThrows(InputException.class, () -> named(contigs, List.of("chr2", "2"), NONE, NONE));
    assertTrue(error.getMessage().contains("contig 2 is named for two splits, or twice"));
  }
}

package org.splicespark.dataset.paralog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.splicespark.genome.DnaSequence;
import org.splicespark.testing.RelatedGenes;

class MinimisersTest {
  private static final ParalogParameters.Seeding SEEDING = ParalogParameters.Seeding.DEFAULTS;

  private final RelatedGenes genes = new RelatedGenes(3);

  private static Minimisers of(String bases) {
    return Minimisers.of(RelatedGenes.bytes(bases), SEEDING);
  }

  private static Set<Integer> positions(Minimisers minimisers) {
    return new TreeSet<>(
        IntStream.range(0, minimisers.size()).map(minimisers::position).boxed().toList());
  }

  @Test
  void everyWindowOfTenWordsHasOneAndAboutTwoOfElevenWordsAreOne() {
    Minimisers minimisers = of(genes.unrelated(50_000));
    int before = -1;
    for (int position : positions(minimisers)) {
      assertTrue(position - before <= 10);
      before = position;
    }
    assertTrue(before >= 50_000 - 15 - 9);
    assertEquals(50_000 * 2 / 11.0, minimisers.size(), 300);
  }

  @Test
  void bothStrandsHaveTheSameMinimisers() {
    String bases = genes.unrelated(3000);
    Minimisers forward = of(bases);
    Minimisers backward =
        Minimisers.of(DnaSequence.reverseComplement(RelatedGenes.bytes(bases)), SEEDING);
    assertEquals(forward.size(), backward.size());
    for (int i = 0; i < forward.size(); i++) {
      assertEquals(forward.hash(i), backward.hash(i));
      assertEquals(3000 - 15 - forward.position(i), backward.position(i));
      assertNotEquals(forward.reverse(i), backward.reverse(i));
    }
  }

  @Test
  void wordsWithUnknownBasesAreLeftOut() {
    String bases = genes.unrelated(200) + "N" + genes.unrelated(20) + "NNRN";
    for (int position : positions(of(bases))) {
      assertTrue(position <= 185 || position >= 201 && position <= 206);
    }
    assertEquals(1, of(genes.unrelated(17)).size(), "less than a window still has a least word");
    assertEquals(0, of("ACGTN".repeat(50)).size());
    assertEquals(0, of("").size());
  }

  @Test
  void noTwoWordsShareAHash() {
    Set<Long> hashes = new HashSet<>();
    int words = 0;
    for (int number = 0; number < 1 << 14; number++) {
      byte[] word = new byte[7];
      for (int i = 0; i < 7; i++) {
        word[i] = (byte) "ACGT".charAt(number >> 2 * i & 3);
      }
      hashes.add(Words.of(word, 7)[0] >>> 1);
      words++;
    }
    assertEquals(words / 2, hashes.size(), "a word and its reverse complement are one");
  }

  @Test
  void polyAIsNotWhatIsPicked() {
    int picked = 0;
    for (int i = 0; i < 100; i++) {
      String bases = genes.unrelated(24 - 15) + "A".repeat(15) + genes.unrelated(9);
      picked += positions(of(bases)).contains(9) ? 1 : 0;
    }
    assertTrue(picked < 60, "as often as others: " + picked);
  }

  @Test
  void aSampleIsTheSameChoiceInEveryGene() {
    String bases = genes.unrelated(60_000);
    Minimisers all = of(bases);
    Minimisers sample = all.sample(1000);
    assertTrue(sample.size() > 800 && sample.size() < 1400, "" + sample.size());
    int[] hashes = IntStream.range(0, sample.size()).map(sample::hash).distinct().toArray();
    assertEquals(positions(sample), positions(all.only(hashes)));
    assertEquals(all.size(), all.sample(1 << 20).size());
  }
}

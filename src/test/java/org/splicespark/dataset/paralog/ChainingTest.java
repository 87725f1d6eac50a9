package org.splicespark.dataset.paralog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChainingTest {
  private final List<Long> seeds = new ArrayList<>();

  private void diagonal(int query, int target, int count, int step) {
    for (int i = 0; i < count; i++) {
      seeds.add(SharedSeeds.seed(query + i * step, target + i * step));
    }
  }

  private List<Chain> chains() {
    long[] sorted = seeds.stream().mapToLong(seed -> seed).sorted().toArray();
    return Chaining.chains(sorted, ParalogParameters.DEFAULTS);
  }

  @Test
  void seedsOfOneDiagonalAreAChainWithTheBasesTheyMatchAsScore() {
    diagonal(100, 700, 10, 20);
    List<Chain> chains = chains();
    assertEquals(1, chains.size());
    assertEquals(150, chains.get(0).score(), 1e-9);
    assertEquals(10, chains.get(0).seeds().length);
    seeds.clear();
    diagonal(100, 700, 10, 5);
    assertEquals(15 + 9 * 5, chains().get(0).score(), 1e-9, "what overlaps counts once");
  }

  @Test
  void aShiftCostsWhatThePaperSays() {
    diagonal(0, 0, 10, 20);
    diagonal(300, 364, 10, 20);
    List<Chain> chains = chains();
    assertEquals(1, chains.size());
    assertEquals(300 - 0.01 * 15 * 64 - 0.5 * 6, chains.get(0).score(), 1e-9);
  }

  @Test
  void aGapLongerThanTheLimitOrAStepBackwardsEndsAChain() {
    diagonal(0, 0, 10, 20);
    diagonal(5181, 5181, 10, 20);
    assertEquals(2, chains().size());
    seeds.clear();
    diagonal(1000, 0, 10, 20);
    diagonal(0, 1000, 10, 20);
    assertEquals(2, chains().size());
  }

  @Test
  void fewSeedsAreNoChain() {
    diagonal(0, 0, 2, 100);
    assertTrue(chains().isEmpty());
    assertTrue(Chaining.chains(new long[0], ParalogParameters.DEFAULTS).isEmpty());
  }

  @Test
  void aBranchThatCostsMoreThanItLeadsToLeavesItsSeedsToTheirOwnChain() {
    diagonal(0, 0, 100, 20);
    diagonal(2000, 3200, 12, 20);
    List<Chain> chains = chains();
    assertEquals(List.of(100, 12), chains.stream().map(chain -> chain.seeds().length).toList());
  }
}

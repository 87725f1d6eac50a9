package org.splicespark.dataset.paralog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds the best chains of seeds as minimap2 does (Li 2018, Bioinformatics 34:3094, equations 1 and
 * 2): f(i) = max(k, max over j of f(j) + min(dq, dt, k) - cost(|dq - dt|)), where cost(l) = 0.01 k
 * l + 0.5 log2 l. Only the {@code lookBack} seeds before one are tried, so n seeds take O(n
 * lookBack).
 */
final class Chaining {
  private final ParalogParameters parameters;
  private final int k;
  private final long[] seeds;
  private final double[] score;
  private final int[] before;

  private Chaining(long[] seeds, ParalogParameters parameters) {
    this.parameters = parameters;
    this.k = parameters.seeding().k();
    this.seeds = seeds;
    this.score = new double[seeds.length];
    this.before = new int[seeds.length];
  }

  /** The best chains, best first; no seed is in two of them. */
  static List<Chain> chains(long[] seeds, ParalogParameters parameters) {
    Chaining chaining = new Chaining(seeds, parameters);
    for (int i = 0; i < seeds.length; i++) {
      chaining.extend(i);
    }
    return chaining.best();
  }

  private void extend(int i) {
    ParalogParameters.Alignment alignment = parameters.alignment();
    score[i] = k;
    before[i] = -1;
    for (int j = i - 1; j >= Math.max(0, i - alignment.lookBack()); j--) {
      int dt = SharedSeeds.target(seeds[i]) - SharedSeeds.target(seeds[j]);
      int dq = SharedSeeds.query(seeds[i]) - SharedSeeds.query(seeds[j]);
      if (dt > alignment.maxGap()) {
        return;
      }
      if (dt > 0 && dq > 0 && dq <= alignment.maxGap()) {
        double with = score[j] + Math.min(Math.min(dq, dt), k) - gapCost(Math.abs(dq - dt));
        if (with > score[i]) {
          score[i] = with;
          before[i] = j;
        }
      }
    }
  }

  private double gapCost(int length) {
    return length == 0 ? 0 : 0.01 * k * length + 0.5 * Math.log(length) / Math.log(2);
  }

  private List<Chain> best() {
    int[] ends =
        IntStream.range(0, seeds.length)
            .filter(i -> score[i] >= parameters.alignment().minScore())
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -score[i]).thenComparing(i -> i))
            .mapToInt(i -> i)
            .toArray();
    boolean[] used = new boolean[seeds.length];
    List<Chain> chains = new ArrayList<>();
    for (int i = 0; i < ends.length && chains.size() < parameters.alignment().chains(); i++) {
      Chain chain = backFrom(ends[i], used);
      if (chain.score() >= parameters.alignment().minScore()
          && chain.seeds().length >= parameters.seeding().minSeeds()) {
        chains.add(chain);
      }
    }
    return chains;
  }

  /**
   * The seeds back to where the chain is worth most: a branch that costs more than what it leads to
   * is left to another chain.
   */
  private Chain backFrom(int end, boolean[] used) {
    double worth = 0;
    int length = 0;
    int walked = 0;
    for (int at = end; at >= 0 && !used[at]; at = before[at]) {
      walked++;
      double back = score[end] - score[at] + k;
      if (back > worth) {
        worth = back;
        length = walked;
      } else if (worth - back > parameters.alignment().zDrop()) {
        break;
      }
    }
    return new Chain(take(end, length, used), worth);
  }

  private long[] take(int end, int length, boolean[] used) {
    long[] members = new long[length];
    int at = end;
    for (int i = length - 1; i >= 0; i--) {
      members[i] = seeds[at];
      used[at] = true;
      at = before[at];
    }
    return members;
  }
}

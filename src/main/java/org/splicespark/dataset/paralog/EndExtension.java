package org.splicespark.dataset.paralog;

/**
 * Extends an alignment over its ends. The last words that two genes share may lie far from where
 * their likeness ends, so it is followed in steps of {@value #STEP} bases of the first gene for as
 * long as a step is worth more than it costs.
 */
final class EndExtension {
  private static final int STEP = 50;

  /** Bases by which a step may be longer or shorter on the second gene. */
  private static final int SLACK = 8;

  private EndExtension() {}

  static AlignedBlock extend(AlignedBlock block, EditAlignment genes) {
    AlignedBlock extended = block;
    for (AlignedBlock step = right(block, genes); pays(step); step = right(extended, genes)) {
      extended = extended.join(step);
    }
    for (AlignedBlock step = left(extended, genes); pays(step); step = left(extended, genes)) {
      extended = extended.join(step);
    }
    return extended;
  }

  /** Here a shift costs: that the lengths differ is this class's choice. */
  private static boolean pays(AlignedBlock step) {
    return value(step) > 0;
  }

  private static int value(AlignedBlock step) {
    return 2 * step.matches() - 4 * (step.columns() - step.matches());
  }

  private static AlignedBlock right(AlignedBlock block, EditAlignment genes) {
    int query = block.queryEnd();
    int target = block.targetEnd();
    int room = genes.targetLength() - target;
    int length = Math.min(STEP, Math.min(genes.queryLength() - query, room));
    AlignedBlock best = genes.same(query, target, 0);
    for (int shift = 0; length > 0 && shift <= 2 * SLACK; shift++) {
      int other = length + nearestFirst(shift);
      if (other > 0 && other <= room) {
        best = better(best, genes.align(query, query + length, target, target + other));
      }
    }
    return best;
  }

  private static AlignedBlock left(AlignedBlock block, EditAlignment genes) {
    int query = block.queryStart();
    int target = block.targetStart();
    int length = Math.min(STEP, Math.min(query, target));
    AlignedBlock best = genes.same(query, target, 0);
    for (int shift = 0; length > 0 && shift <= 2 * SLACK; shift++) {
      int other = length + nearestFirst(shift);
      if (other > 0 && other <= target) {
        best = better(best, genes.align(query - length, query, target - other, target));
      }
    }
    return best;
  }

  /** 0, 1, -1, 2, -2 and so on: of equals the one with the least shift is kept. */
  private static int nearestFirst(int n) {
    return n % 2 == 0 ? -n / 2 : (n + 1) / 2;
  }

  private static AlignedBlock better(AlignedBlock one, AlignedBlock other) {
    return value(other) > value(one) ? other : one;
  }
}

package org.splicespark.dataset.paralog;

/**
 * Extends an alignment over its ends: the last words that two genes share may lie far from where
 * their likeness ends. It is followed in steps of {@value #STEP} bases of the first gene, and kept
 * up to where it is worth most (X-drop: Zhang et al. 2000, J Comput Biol 7:203).
 */
final class EndExtension {
  private static final int STEP = 16;

  /** Bases by which a step may be longer or shorter on the second gene. */
  private static final int SLACK = 4;

  /** How far the worth may fall below its best: 25 bases that differ. */
  private static final int DROP = 100;

  private final EditAlignment genes;
  private final boolean rightwards;

  private EndExtension(EditAlignment genes, boolean rightwards) {
    this.genes = genes;
    this.rightwards = rightwards;
  }

  static AlignedBlock extend(AlignedBlock block, EditAlignment genes) {
    AlignedBlock right = new EndExtension(genes, true).follow(block);
    return new EndExtension(genes, false).follow(right);
  }

  private AlignedBlock follow(AlignedBlock block) {
    AlignedBlock best = block;
    AlignedBlock now = block;
    while (worth(best) - worth(now) <= DROP) {
      AlignedBlock step = step(now);
      if (step == null) {
        return best;
      }
      now = now.join(step);
      best = worth(now) > worth(best) ? now : best;
    }
    return best;
  }

  /** Here a shift costs: that the lengths of a step differ is this class's choice. */
  private static int worth(AlignedBlock block) {
    return 2 * block.matches() - 4 * (block.columns() - block.matches());
  }

  /** The best step from the end of a block; null if one of the genes is over. */
  private AlignedBlock step(AlignedBlock block) {
    int room = rightwards ? genes.queryLength() - block.queryEnd() : block.queryStart();
    int otherRoom = rightwards ? genes.targetLength() - block.targetEnd() : block.targetStart();
    int length = Math.min(STEP, Math.min(room, otherRoom));
    AlignedBlock best = null;
    for (int shift = 0; length > 0 && shift <= 2 * SLACK; shift++) {
      int other = length + nearestFirst(shift);
      if (other > 0 && other <= otherRoom) {
        AlignedBlock step = step(block, length, other);
        best = best == null || worth(step) > worth(best) ? step : best;
      }
    }
    return best;
  }

  private AlignedBlock step(AlignedBlock block, int length, int other) {
    int query = rightwards ? block.queryEnd() : block.queryStart() - length;
    int target = rightwards ? block.targetEnd() : block.targetStart() - other;
    return genes.align(query, query + length, target, target + other);
  }

  /** 0, 1, -1, 2, -2 and so on: of equals the one with the least shift is kept. */
  private static int nearestFirst(int n) {
    return n % 2 == 0 ? -n / 2 : (n + 1) / 2;
  }
}

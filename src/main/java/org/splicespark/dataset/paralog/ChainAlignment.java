package org.splicespark.dataset.paralog;

import java.util.ArrayList;
import java.util.List;

/**
 * Turns a chain into base-level alignments. The words of the chain match; what lies between two of
 * them is aligned with the fewest edits, then scored as minimap2 does (Li 2018): 2 for a match, -4
 * for another column, min(4 + 2 l, 24 + l) for the l bases by which one side is longer. As there,
 * an insertion or deletion that stays counts with all its bases, and an alignment ends at its best
 * score if the score then falls far below it (z-drop), or below nothing: the rest of the chain is
 * an alignment of its own. A gap that is long on both genes holds nothing that is alike, or it
 * would have words in common, so it ends an alignment too.
 */
final class ChainAlignment {
  private final EditAlignment genes;
  private final int k;
  private final ParalogParameters.Alignment limits;
  private final List<AlignedBlock> blocks = new ArrayList<>();

  /** From the current alignment's first word up to the current one. */
  private AlignedBlock run;

  private int score;

  /** The beginning of {@link #run} with the best score. */
  private AlignedBlock best;

  private int bestScore;

  private ChainAlignment(EditAlignment genes, ParalogParameters parameters) {
    this.genes = genes;
    this.k = parameters.seeding().k();
    this.limits = parameters.alignment();
  }

  static List<AlignedBlock> blocks(Chain chain, EditAlignment genes, ParalogParameters parameters) {
    ChainAlignment alignment = new ChainAlignment(genes, parameters);
    long[] seeds = chain.seeds();
    alignment.begin(seeds[0]);
    for (int i = 1; i < seeds.length; i++) {
      alignment.step(seeds[i - 1], seeds[i]);
    }
    alignment.end();
    return alignment.blocks;
  }

  private void begin(long seed) {
    run = genes.same(SharedSeeds.query(seed), SharedSeeds.target(seed), 0);
    score = 0;
    best = run;
    bestScore = 0;
  }

  private void end() {
    AlignedBlock word = genes.same(best.queryEnd(), best.targetEnd(), k);
    blocks.add(EndExtension.extend(best.join(word), genes));
  }

  /** From where one word begins to where the next does. */
  private void step(long from, long to) {
    int dq = SharedSeeds.query(to) - SharedSeeds.query(from);
    int dt = SharedSeeds.target(to) - SharedSeeds.target(from);
    if ((long) dq * dt <= limits.maxCells()) {
      AlignedBlock step = between(from, dq, dt);
      run = run.join(step);
      score += score(step);
      if (score > bestScore) {
        best = run;
        bestScore = score;
      }
      // A long gap alone is no reason to end, if what follows makes up for it.
      if (score > 0 && bestScore - score <= limits.zDrop() + run.drift()) {
        return;
      }
    }
    end();
    begin(to);
  }

  private static int score(AlignedBlock step) {
    int drift = step.drift();
    int unlike = Math.max(0, step.columns() - step.matches() - drift);
    return 2 * step.matches() - 4 * unlike - Math.min(drift == 0 ? 0 : 4 + 2 * drift, 24 + drift);
  }

  private AlignedBlock between(long from, int dq, int dt) {
    int query = SharedSeeds.query(from);
    int target = SharedSeeds.target(from);
    int known = Math.min(k, Math.min(dq, dt));
    return genes
        .same(query, target, known)
        .join(genes.align(query + known, query + dq, target + known, target + dt));
  }
}

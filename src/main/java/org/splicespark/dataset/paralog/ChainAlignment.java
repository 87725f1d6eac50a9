package org.splicespark.dataset.paralog;

import java.util.ArrayList;
import java.util.List;

/**
 * Turns a chain into base-level alignments. The words of the chain match; what lies between two of
 * them is aligned with the fewest edits. As in minimap2, an insertion or deletion counts with all
 * its bases, and an alignment ends where its score falls far below the best (z-drop, Li 2018): the
 * rest of the chain is an alignment of its own. A gap that is long on both genes holds nothing that
 * is alike, or it would have words in common, so it ends an alignment too.
 */
final class ChainAlignment {
  private final EditAlignment genes;
  private final int k;
  private final ParalogParameters.Alignment limits;
  private final List<AlignedBlock> blocks = new ArrayList<>();

  /** From the current alignment's first word up to the current one, and its best beginning. */
  private AlignedBlock run;

  private AlignedBlock best;

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
    best = run;
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
      run = run.join(between(from, dq, dt));
      if (run.score() > best.score()) {
        best = run;
      }
      if (best.score() - run.score() <= limits.zDrop()) {
        return;
      }
    }
    end();
    begin(to);
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

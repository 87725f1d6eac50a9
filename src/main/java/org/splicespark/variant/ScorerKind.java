package org.splicespark.variant;

import java.util.List;
import java.util.Optional;
import org.splicespark.genome.Genome;
import org.splicespark.model.Channels.Meaning;
import org.splicespark.model.EditModel;
import org.splicespark.model.SpliceModel;

/** The ways to ask the network. They differ in speed, not in scores. */
public enum ScorerKind {
  /** The reference once per tile, the alternate only where it differs. */
  INCREMENTAL,
  /** Two whole windows per allele, as the published scorers. */
  WINDOW;

  /**
   * Outputs of a tile: at a flank of 10000 the reference activations of one model then take 65 MB.
   */
  public static final int LARGEST_TILE = 20_000;

  /**
   * A scorer of this kind; of the other where the model cannot score edits. Networks of tissues are
   * asked one by one, since their changes are averaged and not their answers.
   *
   * @param batchSize whole windows in one call of the model
   */
  public AlleleScorer of(SpliceModel model, Genome genome, int batchSize) {
    List<SpliceModel> replicates = model.replicates();
    return model.channels().meaning() == Meaning.SITES || replicates.size() == 1
        ? one(model, genome, batchSize)
        : new ReplicateScorer(
            replicates.stream().map(each -> one(each, genome, batchSize)).toList());
  }

  private AlleleScorer one(SpliceModel model, Genome genome, int batchSize) {
    AlleleScorer window = new WindowScorer(model, genome, batchSize);
    Optional<EditModel> edits = this == INCREMENTAL ? model.edits() : Optional.empty();
    return edits
        .<AlleleScorer>map(
            m ->
                new IncrementalScorer(
                    m, window, genome, LARGEST_TILE, fewestPerTile(model.flank())))
        .orElse(window);
  }

  /**
   * Alleles from which a tile is faster than whole windows. Measured: at a flank of 80 it never is,
   * so little is shared; at 10000 it is with one.
   */
  private static int fewestPerTile(int flank) {
    if (flank <= 80) {
      return Integer.MAX_VALUE;
    }
    return flank <= 400 ? 5 : flank <= 2000 ? 2 : 1;
  }
}

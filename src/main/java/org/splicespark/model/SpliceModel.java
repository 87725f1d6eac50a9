package org.splicespark.model;

import java.util.List;
import java.util.Optional;

/**
 * A trained network, or several that answer as one. Safe for several threads at once.
 *
 * <p>Contract: the answer at a position depends on that position's {@code flank} context alone, so
 * a batch of N x 4 x L gives N x C x (L - flank), and the answer for one sequence does not depend
 * on what else is in the batch.
 */
public interface SpliceModel extends AutoCloseable {

  /** Bases of context that an output depends on, both sides together; even. */
  int flank();

  /** What the answers' channels mean. */
  default Channels channels() {
    return Channels.SITES;
  }

  /**
   * @param batch N x 4 x L, L greater than the flank
   * @return N x C x (L - flank), channels as in {@link #channels}; probabilities
   */
  Probabilities score(Batch batch);

  /**
   * The models of whose answers this one's is the mean; itself where there are none. They are this
   * model's own and closed with it.
   */
  default List<SpliceModel> replicates() {
    return List.of(this);
  }

  /** A faster way to score many edits of one sequence, for models that have one. */
  default Optional<EditModel> edits() {
    return Optional.empty();
  }

  /**
   * The values before the softmax of a network of sites; an ensemble, a mean of probabilities, has
   * none.
   */
  default Optional<LogitModel> logits() {
    return Optional.empty();
  }

  /**
   * Multiply-adds of convolutions done so far, over all threads; 0 for a model that does not count.
   */
  default long multiplyAdds() {
    return 0;
  }

  @Override
  void close();
}

package org.splicespark.djl;

import ai.djl.ndarray.NDArray;
import java.util.Optional;
import org.splicespark.model.EditModel;

/**
 * The network as the published programs run it: padded with zeros, cropped in the end, and nothing
 * shared.
 */
final class PaddedModel extends DjlModel {

  PaddedModel(SpliceNet net, Budget budget) {
    super(net, budget);
  }

  @Override
  NDArray forward(SpliceNet net, NDArray sequences) {
    return net.forwardPadded(sequences);
  }

  @Override
  public Optional<EditModel> edits() {
    return Optional.empty();
  }
}

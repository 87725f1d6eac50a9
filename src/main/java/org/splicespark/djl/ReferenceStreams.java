package org.splicespark.djl;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import org.splicespark.model.Flank;
import org.splicespark.model.Flank.Unit;

/**
 * What a tile's reference gives before every convolution of the units, 1 x 32 x (outputs + what is
 * still to go on both sides), and its probabilities. Stage 2i is the residual stream before unit i
 * (stage 0 the stem's result), stage 2i + 1 what the first half of unit i gives; the last stage is
 * the stream behind the last unit.
 */
final class ReferenceStreams implements AutoCloseable {
  private final List<NDArray> streams = new ArrayList<>();
  private final List<Integer> context = new ArrayList<>();
  private final float[] probabilities;

  /**
   * @param sequence 1 x 4 x L; closed here
   */
  ReferenceStreams(SpliceNet net, NDArray sequence) {
    List<Unit> units = net.flank().units();
    int toGo = net.flank().half();
    keep(net.stem(sequence), toGo);
    sequence.close();
    NDArray sum = net.skip(0, streams.get(0), toGo);
    for (int i = 0; i < units.size(); i++) {
      int reach = units.get(i).reach();
      NDArray before = streams.get(2 * i);
      keep(net.firstHalf(i, before), toGo - reach);
      try (NDArray middle = SpliceNet.cropped(before, 2L * reach)) {
        keep(net.secondHalf(i, streams.get(2 * i + 1), middle), toGo - 2 * reach);
      }
      toGo -= 2 * reach;
      if ((i + 1) % Flank.UNITS_PER_SKIP == 0) {
        int k = (i + 1) / Flank.UNITS_PER_SKIP;
        try (NDArray more = net.skip(k, streams.get(2 * i + 2), toGo)) {
          sum.addi(more);
        }
      }
    }
    try (sum;
        NDArray answer = net.head(sum)) {
      this.probabilities = answer.toFloatArray();
    }
  }

  private void keep(NDArray stream, int toGo) {
    streams.add(stream);
    context.add(toGo);
  }

  NDArray at(int stage) {
    return streams.get(stage);
  }

  /** Positions of a stage before the tile's first output. */
  int context(int stage) {
    return context.get(stage);
  }

  /** C x outputs. */
  float[] probabilities() {
    return probabilities;
  }

  @Override
  public void close() {
    streams.forEach(NDArray::close);
  }
}

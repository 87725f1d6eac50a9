package org.splicespark.djl;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import org.splicespark.model.Flank;
import org.splicespark.model.Flank.Unit;

/**
 * The residual stream of a tile's reference at every unit's boundary, 1 x 32 x (outputs + what is
 * still to go), and its probabilities. Boundary 0 is the stem's result, boundary i that of unit i -
 * 1.
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
      toGo -= 2 * units.get(i).reach();
      keep(net.unit(i, streams.get(i)), toGo);
      if ((i + 1) % Flank.UNITS_PER_SKIP == 0) {
        try (NDArray more = net.skip((i + 1) / Flank.UNITS_PER_SKIP, streams.get(i + 1), toGo)) {
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

  NDArray at(int boundary) {
    return streams.get(boundary);
  }

  /** Positions of a boundary's stream before the tile's first output. */
  int context(int boundary) {
    return context.get(boundary);
  }

  /** 3 x outputs. */
  float[] probabilities() {
    return probabilities;
  }

  @Override
  public void close() {
    streams.forEach(NDArray::close);
  }
}

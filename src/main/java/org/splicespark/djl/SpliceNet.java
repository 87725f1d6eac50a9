package org.splicespark.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv1d;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.splicespark.model.Channels;
import org.splicespark.model.Family;
import org.splicespark.model.Flank;
import org.splicespark.model.Flank.Unit;

/**
 * The network of Jaganathan et al., Cell 2019 (figure 1A and its supplement), for scoring; what
 * differs from one published family to the next, {@link Family} says.
 *
 * <p>The published code pads every convolution with zeros and in the end crops half a flank from
 * each side. What it keeps never saw a zero of the padding; so here nothing is padded, each unit
 * gives {@code 2 * reach} positions less per side than it was given, and the skips are taken at the
 * positions of the output alone. Same numbers, and at a flank of 10000 with 101 outputs two thirds
 * of the arithmetic.
 *
 * <p>The parts are for whoever walks the network in another way: each is a function of a stretch of
 * the residual stream, of any length that is more than it takes. Their results belong to the
 * manager of their argument, which is left open for the caller to close. Safe for several threads:
 * nothing here changes after construction.
 */
final class SpliceNet implements AutoCloseable {
  private static final int CHANNEL_AXIS = 1;
  private static final Shape ONE = new Shape(1);
  private static final Shape NO_PADDING = new Shape(0);

  private final Family family;
  private final Channels channels;
  private final Flank flank;
  private final List<Unit> units;
  private final NDManager manager;
  private final Map<String, NDArray> weights;
  private final LongAdder multiplyAdds = new LongAdder();

  /**
   * @param family that the weights were trained in
   * @param manager of the weights; closed with the network
   */
  SpliceNet(Checkpoint checkpoint, Family family, NDManager manager) {
    this(family, checkpoint.channels(), checkpoint.flank(), new HashMap<>(), manager);
    for (String name : checkpoint.names()) {
      Shape shape = new Shape(checkpoint.shape(name));
      weights.put(name, manager.create(checkpoint.values(name), shape));
    }
    manager.cap(); // whatever a forward would leave behind here is an error, not a leak
  }

  /**
   * A network of OpenSpliceAI on weights that someone else keeps, and may change between two
   * forwards.
   *
   * @param manager closed with the network
   */
  SpliceNet(Flank flank, Map<String, NDArray> weights, NDManager manager) {
    this(Family.OPENSPLICEAI, Channels.SITES, flank, weights, manager);
  }

  private SpliceNet(
      Family family,
      Channels channels,
      Flank flank,
      Map<String, NDArray> weights,
      NDManager manager) {
    this.family = family;
    this.channels = channels;
    this.flank = flank;
    this.units = flank.units();
    this.weights = weights;
    this.manager = manager;
  }

  Flank flank() {
    return flank;
  }

  /** What the probabilities' channels mean. */
  Channels channels() {
    return channels;
  }

  /** A manager for one forward; closing it frees all that the forward made. */
  NDManager scratch() {
    return manager.newSubManager();
  }

  /** Probabilities: N x 4 x L in, N x C x (L - flank) out. */
  NDArray forward(NDArray sequences) {
    return answered(logits(sequences));
  }

  /** What the softmax goes over: N x 4 x L in, N x outputs x (L - flank) out. */
  NDArray logits(NDArray sequences) {
    NDArray x = stem(sequences); //                                      N x 32 x L
    long left = flank.half(); //          positions per side still to go
    NDArray sum = skip(0, x, left); //                                   N x 32 x (L - flank)
    for (int i = 0; i < units.size(); i++) {
      x = replaced(x, unit(i, x)); //                                    N x 32 x (L - 2 consumed)
      left -= 2L * units.get(i).reach();
      if ((i + 1) % Flank.UNITS_PER_SKIP == 0) {
        try (NDArray more = skip((i + 1) / Flank.UNITS_PER_SKIP, x, left)) {
          sum.addi(more);
        }
      }
    }
    x.close();
    try (sum) {
      return convolved(sum, ParameterNames.HEAD, NO_PADDING, ONE); //    N x outputs x (L - flank)
    }
  }

  /** The same numbers with the published padding: every convolution keeps the length. */
  NDArray forwardPadded(NDArray sequences) {
    NDArray x = stem(sequences);
    NDArray sum = skip(0, x, 0);
    for (int i = 0; i < units.size(); i++) {
      Shape padding = new Shape(units.get(i).reach());
      NDArray y = half(x, ParameterNames.unit(i), "1", i, padding);
      y = replaced(y, half(y, ParameterNames.unit(i), "2", i, padding));
      x = replaced(x, y.addi(x));
      if ((i + 1) % Flank.UNITS_PER_SKIP == 0) {
        try (NDArray more = skip((i + 1) / Flank.UNITS_PER_SKIP, x, 0)) {
          sum.addi(more);
        }
      }
    }
    x.close();
    try (sum;
        NDArray middle = cropped(sum, flank.half())) {
      return head(middle);
    }
  }

  /** The residual stream before the first unit: N x 4 x L to N x 32 x L. */
  NDArray stem(NDArray sequences) {
    return convolved(sequences, ParameterNames.STEM, NO_PADDING, ONE);
  }

  /** Residual unit {@code i}, both halves: N x 32 x L to N x 32 x (L - 4 reach). */
  NDArray unit(int i, NDArray x) {
    try (NDArray y = firstHalf(i, x);
        NDArray middle = cropped(x, 2L * units.get(i).reach())) {
      return secondHalf(i, y, middle);
    }
  }

  /**
   * Batch normalisation, activation and the first dilated convolution of unit {@code i}: N x 32 x L
   * to N x 32 x (L - 2 reach).
   */
  NDArray firstHalf(int i, NDArray x) {
    return half(x, ParameterNames.unit(i), "1", i, NO_PADDING);
  }

  /**
   * The same with the second convolution, added to what came into the unit at the same positions.
   *
   * @param y what the first half gave, N x 32 x L
   * @param x the unit's input, N x 32 x (L - 2 reach)
   */
  NDArray secondHalf(int i, NDArray y, NDArray x) {
    return half(y, ParameterNames.unit(i), "2", i, NO_PADDING).addi(x);
  }

  private NDArray half(NDArray x, String unit, String which, int i, Shape padding) {
    try (NDArray y = activated(x, unit + ".batchnorm" + which)) {
      return convolved(y, unit + ".conv" + which, padding, new Shape(units.get(i).dilation()));
    }
  }

  /**
   * What the head sums from the residual stream: {@code k} = 0 reads the stem, {@code k} > 0 what
   * unit {@code 4k - 1} gave. N x 32 x L to N x 32 x (L - 2 crop).
   *
   * @param crop positions to leave out on each side
   */
  NDArray skip(int k, NDArray x, long crop) {
    try (NDArray middle = cropped(x, crop)) {
      return convolved(middle, ParameterNames.skip(k), NO_PADDING, ONE);
    }
  }

  /** Probabilities from the sum of the skips: N x 32 x L to N x C x L. */
  NDArray head(NDArray sum) {
    return answered(convolved(sum, ParameterNames.HEAD, NO_PADDING, ONE));
  }

  /**
   * @param logits closed here
   */
  private NDArray answered(NDArray logits) {
    try (logits) {
      NDArray all = logits.softmax(CHANNEL_AXIS);
      int first = family.firstAnswer();
      if (first == 0) {
        return all;
      }
      try (all) {
        NDIndex answers = new NDIndex().addAllDim().addSliceDim(first, family.outputs());
        return all.get(answers.addAllDim());
      }
    }
  }

  /** The middle of a stretch, as a view. */
  static NDArray cropped(NDArray x, long perSide) {
    long length = x.getShape().get(2);
    return x.get(new NDIndex().addAllDim(2).addSliceDim(perSide, length - perSide));
  }

  private NDArray activated(NDArray x, String name) {
    // Axis -1 is DJL's word for "as PyTorch has it"; with 1 it would transpose to and fro.
    try (NDArray normal =
        x.getNDArrayInternal()
            .batchNorm(
                x,
                weights.get(name + ".running_mean"),
                weights.get(name + ".running_var"),
                weights.get(name + ".weight"),
                weights.get(name + ".bias"),
                -1,
                0f,
                family.epsilon(),
                false)
            .singletonOrThrow()) {
      return normal.getNDArrayInternal().leakyRelu(family.slope());
    }
  }

  private NDArray convolved(NDArray x, String name, Shape padding, Shape dilation) {
    NDArray kernel = weights.get(name + ".weight");
    NDArray bias = weights.get(name + ".bias");
    NDArray y = Conv1d.conv1d(x, kernel, bias, ONE, padding, dilation).singletonOrThrow();
    Shape shape = y.getShape();
    multiplyAdds.add(shape.get(0) * shape.get(2) * kernel.getShape().size());
    return y;
  }

  /** Of all convolutions so far. */
  long multiplyAdds() {
    return multiplyAdds.sum();
  }

  private static NDArray replaced(NDArray old, NDArray with) {
    old.close();
    return with;
  }

  @Override
  public void close() {
    manager.close();
  }
}

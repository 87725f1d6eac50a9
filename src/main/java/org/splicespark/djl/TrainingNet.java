package org.splicespark.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.List;
import java.util.Map;
import org.splicespark.model.Flank;
import org.splicespark.model.Flank.Unit;

/**
 * The network of {@link SpliceNet} as OpenSpliceAI (Chao et al. 2025) trains it: padded, since the
 * batch statistics (Ioffe and Szegedy 2015) run over the padded positions too, and cropped in the
 * end. What it computes is recorded for a backward pass if the thread's gradients are on; results
 * belong to the manager of the sequences, and what a step needs no more is let go at once.
 *
 * <p>A convolution of dilation d is the same sum as one without over the L / d x d matrix of the
 * positions, along its first axis. oneDNN computes that two to four times faster, backwards above
 * all, so it is done where d divides L.
 */
final class TrainingNet {
  private static final double MOMENTUM = 0.1;
  private static final double EPSILON = 1e-5;
  private static final double SLOPE = 0.1;
  private static final int CHANNEL_AXIS = 1;
  private static final Shape ONE = new Shape(1);
  private static final Shape ONES = new Shape(1, 1);

  private final Flank flank;
  private final List<Unit> units;
  private final TrainedNames names;
  private final Map<String, NDArray> arrays;

  /**
   * @param arrays by PyTorch's names; running statistics are written to
   */
  TrainingNet(Flank flank, TrainedNames names, Map<String, NDArray> arrays) {
    this.flank = flank;
    this.units = flank.units();
    this.names = names;
    this.arrays = arrays;
  }

  /** Probabilities: N x 4 x L in, N x 3 x (L - flank) out. */
  NDArray forward(NDArray sequences) {
    NDArray x = pointwise(sequences, ParameterNames.STEM); //            N x 32 x L
    NDArray sum = pointwise(x, ParameterNames.skip(0));
    for (int i = 0; i < units.size(); i++) {
      x = replaced(x, unit(i, x));
      if ((i + 1) % Flank.UNITS_PER_SKIP == 0) {
        try (NDArray more = pointwise(x, ParameterNames.skip((i + 1) / Flank.UNITS_PER_SKIP))) {
          sum = replaced(sum, sum.add(more));
        }
      }
    }
    x.close();
    try (NDArray whole = sum;
        NDArray middle = SpliceNet.cropped(whole, flank.half());
        NDArray logits = pointwise(middle, ParameterNames.HEAD)) {
      return logits.softmax(CHANNEL_AXIS);
    }
  }

  private NDArray unit(int i, NDArray x) {
    try (NDArray once = half(i, x, "1");
        NDArray twice = half(i, once, "2")) {
      return twice.add(x);
    }
  }

  private NDArray half(int i, NDArray x, String which) {
    String unit = ParameterNames.unit(i);
    try (NDArray normal = normalised(x, unit + ".batchnorm" + which, i);
        NDArray active = JniUtils.leakyRelu((PtNDArray) normal, SLOPE)) {
      return dilated(active, unit + ".conv" + which, units.get(i));
    }
  }

  private NDArray normalised(NDArray x, String name, int unit) {
    return JniUtils.batchNorm(
        (PtNDArray) x,
        array(name + ParameterNames.MEAN),
        array(name + ParameterNames.VARIANCE),
        array(name + ".weight"),
        array(name + ".bias"),
        names.usesBatchStatistics(unit),
        MOMENTUM,
        EPSILON);
  }

  private NDArray pointwise(NDArray x, String name) {
    return convolved(x, array(name + ".weight"), name, ONE, new Shape(0), ONE);
  }

  private NDArray dilated(NDArray x, String name, Unit unit) {
    PtNDArray kernel = array(name + ".weight");
    long length = x.getShape().get(2);
    if (unit.dilation() == 1 || length % unit.dilation() != 0) {
      Shape padding = new Shape(unit.reach());
      return convolved(x, kernel, name, ONE, padding, new Shape(unit.dilation()));
    }
    long batch = x.getShape().get(0);
    Shape matrix = new Shape(batch, Flank.CHANNELS, length / unit.dilation(), unit.dilation());
    Shape padding = new Shape((unit.width() - 1) / 2, 0);
    try (NDArray rows = x.reshape(matrix);
        NDArray column = kernel.reshape(kernel.getShape().add(1));
        NDArray y = convolved(rows, column, name, ONES, padding, ONES)) {
      return y.reshape(batch, Flank.CHANNELS, length);
    }
  }

  private NDArray convolved(
      NDArray x, NDArray kernel, String name, Shape stride, Shape padding, Shape dilation) {
    PtNDArray bias = array(name + ".bias");
    return JniUtils.convolution(
        (PtNDArray) x, (PtNDArray) kernel, bias, stride, padding, dilation, 1);
  }

  private PtNDArray array(String name) {
    return (PtNDArray) arrays.get(name);
  }

  private static NDArray replaced(NDArray old, NDArray with) {
    old.close();
    return with;
  }
}

package org.splicespark.io.keras;

import java.io.IOException;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.splicespark.model.Family;

/**
 * What a frozen graph says of its layers beside their weights: the epsilons of normalisations, and
 * the dilations of convolutions. TensorFlow writes them down in more than one way, and not all of a
 * graph need say them: what is not said is not checked.
 */
final class FrozenSettings {
  /** {@code tf.nn.batch_normalization} adds it in a scope of this name. */
  private static final Pattern EPSILON = Pattern.compile("(.*/)?batchnorm/add/y");

  private static final Pattern CONVOLUTION =
      Pattern.compile("(?:.*/)?conv1d_([0-9]{1,6})(?:_[0-9]{1,6})?/.*");
  private static final double TOLERANCE = 1e-9;

  private final Map<Integer, Long> dilations = new TreeMap<>();

  /**
   * @throws UnlikePlan if it is a normalisation with another epsilon than Keras's own
   */
  void look(FrozenNode node) throws IOException {
    boolean constant = node.operation().equals("Const");
    if (node.operation().startsWith("FusedBatchNorm")) {
      requireEpsilon(node, node.number("epsilon"));
    } else if (constant && EPSILON.matcher(node.name()).matches()) {
      requireEpsilon(node, node.firstFloat());
    } else if (constant && node.name().endsWith("/block_shape")) {
      keep(node, node.integers());
    } else if (node.operation().equals("Conv2D")) {
      keep(node, node.integers("dilations"));
    }
  }

  private static void requireEpsilon(FrozenNode node, OptionalDouble epsilon) {
    double expected = Family.CI_SPLICEAI.epsilon();
    if (epsilon.isPresent() && Math.abs(epsilon.getAsDouble() - expected) > TOLERANCE) {
      throw new UnlikePlan(
          "%s has epsilon %s where the network has %s"
              .formatted(
                  UnlikePlan.shown(node.name()), (float) epsilon.getAsDouble(), (float) expected));
    }
  }

  /**
   * A dilated convolution is one with that attribute, or one without between two that move its
   * input into blocks and back: the largest number of a layer is its dilation.
   */
  private void keep(FrozenNode node, LongStream numbers) {
    Matcher layer = CONVOLUTION.matcher(node.name());
    if (layer.matches()) {
      numbers.forEach(n -> dilations.merge(Integer.parseInt(layer.group(1)), n, Math::max));
    }
  }

  /** By the number of the layer, which is the same in all models. */
  Map<Integer, Long> dilations() {
    return dilations;
  }
}

package org.splicespark.djl;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.splicespark.model.NetworkWeights;
import org.splicespark.model.NetworkWeights.Convolution;
import org.splicespark.model.NetworkWeights.Half;
import org.splicespark.model.NetworkWeights.Normalisation;
import org.splicespark.train.TrainingState;

/** Weights that come from elsewhere, under the names of {@link ParameterNames}. */
final class NamedWeights {
  private final Map<String, float[]> tensors = new LinkedHashMap<>();

  private NamedWeights(NetworkWeights weights) {
    put(ParameterNames.STEM, weights.stem());
    for (int i = 0; i < weights.units().size(); i++) {
      put(ParameterNames.unit(i), "1", weights.units().get(i).first());
      put(ParameterNames.unit(i), "2", weights.units().get(i).second());
    }
    for (int k = 0; k < weights.skips().size(); k++) {
      put(ParameterNames.skip(k), weights.skips().get(k));
    }
    put(ParameterNames.HEAD, weights.head());
  }

  /** A state without moments and counts, at step 0. */
  static TrainingState state(NetworkWeights weights) {
    Map<String, float[]> tensors = new NamedWeights(weights).tensors;
    return new TrainingState(Collections.unmodifiableMap(tensors), Map.of(), Map.of(), Map.of(), 0);
  }

  private void put(String unit, String which, Half half) {
    Normalisation normal = half.normalisation();
    String name = unit + ".batchnorm" + which;
    tensors.put(name + ".weight", normal.scale());
    tensors.put(name + ".bias", normal.shift());
    tensors.put(name + ParameterNames.MEAN, normal.mean());
    tensors.put(name + ParameterNames.VARIANCE, normal.variance());
    put(unit + ".conv" + which, half.convolution());
  }

  private void put(String name, Convolution convolution) {
    tensors.put(name + ".weight", convolution.kernel());
    tensors.put(name + ".bias", convolution.bias());
  }
}

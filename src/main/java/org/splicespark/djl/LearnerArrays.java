package org.splicespark.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.splicespark.djl.NativeBoot.NoGradients;
import org.splicespark.model.Flank;
import org.splicespark.train.TrainingState;

/**
 * A training state on a device. All trained tensors are views of one vector, and so are their
 * moments: an optimizer's step is then ten operations, not ten for each of up to 200 tensors.
 */
final class LearnerArrays implements AutoCloseable {
  private final NDManager manager;
  private final Map<String, long[]> all;
  private final Map<String, long[]> trained;
  private final Map<String, NDArray> byName = new HashMap<>();
  private final Map<String, Long> counters;
  private final NDArray values;
  private final NDArray first;
  private final NDArray second;
  private final boolean moments;
  private long steps;

  /**
   * @param moments whether the optimizer has any
   * @param manager of the arrays; closed with them
   * @throws IllegalArgumentException if the state is not one of this network
   */
  LearnerArrays(
      TrainingState state, Flank flank, TrainedNames names, boolean moments, NDManager manager) {
    this.manager = manager;
    this.all = ParameterNames.shapes(flank);
    this.trained = names.shapes();
    this.counters = new LinkedHashMap<>(state.counters());
    this.moments = moments;
    this.steps = state.steps();
    boolean begun = moments && steps > 0;
    try (NoGradients plain = new NoGradients()) {
      values = vector(state.tensors());
      first = begun ? vector(state.first()) : values.zerosLike();
      second = begun ? vector(state.second()) : values.zerosLike();
      viewTrained();
      all.forEach((name, shape) -> addFrozen(state.tensors(), name, shape));
    }
  }

  private NDArray vector(Map<String, float[]> tensors) {
    int length = trained.values().stream().mapToInt(ParameterNames::size).sum();
    float[] joined = new float[length];
    int at = 0;
    for (Map.Entry<String, long[]> entry : trained.entrySet()) {
      float[] part = checked(tensors, entry.getKey(), entry.getValue());
      System.arraycopy(part, 0, joined, at, part.length);
      at += part.length;
    }
    return manager.create(joined, new Shape(length));
  }

  private static float[] checked(Map<String, float[]> tensors, String name, long[] shape) {
    float[] values = tensors.get(name);
    if (values == null || values.length != ParameterNames.size(shape)) {
      throw new IllegalArgumentException("the state is of another network or freezing: " + name);
    }
    return values;
  }

  /** Each a leaf of autograd, on the vector's memory. */
  private void viewTrained() {
    int at = 0;
    for (Map.Entry<String, long[]> entry : trained.entrySet()) {
      int size = ParameterNames.size(entry.getValue());
      try (NDArray part = values.get(new NDIndex().addSliceDim(at, at + size));
          NDArray shaped = part.reshape(new Shape(entry.getValue()))) {
        NDArray leaf = shaped.stopGradient();
        leaf.setRequiresGradient(true);
        byName.put(entry.getKey(), leaf);
      }
      at += size;
    }
  }

  private void addFrozen(Map<String, float[]> tensors, String name, long[] shape) {
    if (!trained.containsKey(name)) {
      byName.put(name, manager.create(checked(tensors, name, shape), new Shape(shape)));
    }
  }

  /** The network's arrays by PyTorch's names. Not to be closed. */
  Map<String, NDArray> byName() {
    return Collections.unmodifiableMap(byName);
  }

  /** All trained values, P; writing to it changes the tensors. */
  NDArray values() {
    return values;
  }

  /** AdamW's first moments, P. */
  NDArray first() {
    return first;
  }

  /** AdamW's second moments, P. */
  NDArray second() {
    return second;
  }

  /** Takes the gradients of the last backward pass, P, and clears them. */
  NDArray takeGradient(NDManager scratch) {
    NDList parts = new NDList();
    for (String name : trained.keySet()) {
      NDArray gradient = byName.get(name).getGradient();
      gradient.attach(scratch);
      parts.add(gradient.flatten());
    }
    NDArray joined = NDArrays.concat(parts);
    trained.keySet().forEach(name -> JniUtils.zeroGrad((PtNDArray) byName.get(name)));
    return joined;
  }

  /** Steps taken, with the one that is being taken. */
  long countStep(Iterable<String> moved) {
    moved.forEach(counter -> counters.merge(counter, 1L, Long::sum));
    return ++steps;
  }

  TrainingState state() {
    try (NoGradients plain = new NoGradients()) {
      Map<String, float[]> current = parts(values);
      Map<String, float[]> tensors = new LinkedHashMap<>();
      for (String name : all.keySet()) {
        float[] moved = current.get(name);
        tensors.put(name, moved != null ? moved : byName.get(name).toFloatArray());
      }
      boolean begun = moments && steps > 0;
      return new TrainingState(
          Collections.unmodifiableMap(tensors),
          Collections.unmodifiableMap(new LinkedHashMap<>(counters)),
          begun ? parts(first) : Map.of(),
          begun ? parts(second) : Map.of(),
          steps);
    }
  }

  private Map<String, float[]> parts(NDArray vector) {
    float[] joined = vector.toFloatArray();
    Map<String, float[]> parts = new LinkedHashMap<>();
    int at = 0;
    for (Map.Entry<String, long[]> entry : trained.entrySet()) {
      float[] part = new float[ParameterNames.size(entry.getValue())];
      System.arraycopy(joined, at, part, 0, part.length);
      parts.put(entry.getKey(), part);
      at += part.length;
    }
    return Collections.unmodifiableMap(parts);
  }

  @Override
  public void close() {
    manager.close();
  }
}

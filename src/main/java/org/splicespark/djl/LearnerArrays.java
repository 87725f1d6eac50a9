package org.splicespark.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.splicespark.model.Flank;
import org.splicespark.train.TrainingState;

/**
 * A training state on a device. All trained tensors are views of one vector, and so are their
 * moments: an optimizer's step is then ten operations, not ten for each of up to 200 tensors.
 */
final class LearnerArrays implements AutoCloseable {
  private final NDManager manager;
  private final Map<String, long[]> all;
  private final Layout trained;
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
    this.trained = new Layout(names.shapes());
    this.counters = new LinkedHashMap<>(state.counters());
    this.moments = moments;
    this.steps = state.steps();
    boolean begun = moments && steps > 0;
    try (NoGradients plain = new NoGradients()) {
      values = trained.joined(state.tensors(), manager);
      first = begun ? trained.joined(state.first(), manager) : values.zerosLike();
      second = begun ? trained.joined(state.second(), manager) : values.zerosLike();
      trained.views(values, this::addTrained);
      all.forEach((name, shape) -> addFrozen(state.tensors(), name, shape));
    }
  }

  /** A leaf of autograd, on the vector's memory. */
  private void addTrained(String name, NDArray view) {
    NDArray leaf = view.stopGradient();
    leaf.setRequiresGradient(true);
    byName.put(name, leaf);
  }

  private void addFrozen(Map<String, float[]> tensors, String name, long[] shape) {
    if (!trained.shapes().containsKey(name)) {
      byName.put(name, manager.create(Layout.checked(tensors, name, shape), new Shape(shape)));
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
    for (String name : trained.shapes().keySet()) {
      NDArray gradient = byName.get(name).getGradient();
      gradient.attach(scratch);
      parts.add(gradient.flatten());
    }
    NDArray joined = NDArrays.concat(parts);
    trained.shapes().keySet().forEach(name -> JniUtils.zeroGrad((PtNDArray) byName.get(name)));
    return joined;
  }

  /** Steps taken, with the one that is being taken. */
  long countStep(Iterable<String> moved) {
    moved.forEach(counter -> counters.merge(counter, 1L, Long::sum));
    return ++steps;
  }

  TrainingState state() {
    try (NoGradients plain = new NoGradients()) {
      Map<String, float[]> current = trained.parts(values);
      Map<String, float[]> tensors = new LinkedHashMap<>();
      for (String name : all.keySet()) {
        float[] moved = current.get(name);
        tensors.put(name, moved != null ? moved : byName.get(name).toFloatArray());
      }
      boolean begun = moments && steps > 0;
      return new TrainingState(
          Collections.unmodifiableMap(tensors),
          Collections.unmodifiableMap(new LinkedHashMap<>(counters)),
          begun ? trained.parts(first) : Map.of(),
          begun ? trained.parts(second) : Map.of(),
          steps);
    }
  }

  @Override
  public void close() {
    manager.close();
  }
}

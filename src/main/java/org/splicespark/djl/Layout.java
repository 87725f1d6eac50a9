package org.splicespark.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Where each of several tensors lies in one vector that holds them all, row-major, in the order of
 * their names.
 *
 * @param shapes by name
 */
record Layout(Map<String, long[]> shapes) {

  /** Elements of the vector. */
  int length() {
    return shapes.values().stream().mapToInt(ParameterNames::size).sum();
  }

  /**
   * The vector of these tensors.
   *
   * @throws IllegalArgumentException if one is missing or of another size
   */
  NDArray joined(Map<String, float[]> tensors, NDManager manager) {
    float[] joined = new float[length()];
    int at = 0;
    for (Map.Entry<String, long[]> entry : shapes.entrySet()) {
      float[] part = checked(tensors, entry.getKey(), entry.getValue());
      System.arraycopy(part, 0, joined, at, part.length);
      at += part.length;
    }
    return manager.create(joined, new Shape(joined.length));
  }

  /** A tensor of a state, which must have the shape's size. */
  static float[] checked(Map<String, float[]> tensors, String name, long[] shape) {
    float[] values = tensors.get(name);
    if (values == null || values.length != ParameterNames.size(shape)) {
      throw new IllegalArgumentException("the state is of another network or freezing: " + name);
    }
    return values;
  }

  /** Copies of the tensors in a vector. */
  Map<String, float[]> parts(NDArray vector) {
    float[] joined = vector.toFloatArray();
    Map<String, float[]> parts = new LinkedHashMap<>();
    int at = 0;
    for (Map.Entry<String, long[]> entry : shapes.entrySet()) {
      float[] part = new float[ParameterNames.size(entry.getValue())];
      System.arraycopy(joined, at, part, 0, part.length);
      parts.put(entry.getKey(), part);
      at += part.length;
    }
    return Collections.unmodifiableMap(parts);
  }

  /**
   * Shows each tensor as a view of the vector's memory.
   *
   * @param viewer gets the name and the view, which is closed afterwards
   */
  void views(NDArray vector, BiConsumer<String, NDArray> viewer) {
    int at = 0;
    for (Map.Entry<String, long[]> entry : shapes.entrySet()) {
      int size = ParameterNames.size(entry.getValue());
      try (NDArray part = vector.get(new NDIndex().addSliceDim(at, at + size));
          NDArray shaped = part.reshape(new Shape(entry.getValue()))) {
        viewer.accept(entry.getKey(), shaped);
      }
      at += size;
    }
  }
}

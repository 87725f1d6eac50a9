package org.splicespark.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.splicespark.djl.Strips.Extent;
import org.splicespark.model.Flank;
import org.splicespark.model.Tile.Edit;

/**
 * The part of the alternates' residual streams that differs from the reference's: N x 32 x (left +
 * inserted + right). Moves from boundary to boundary.
 */
final class AlternateStrip implements AutoCloseable {
  private final List<Edit> edits;
  private final int inserted;
  private final ReferenceStreams reference;
  private NDArray values;
  private Extent extent = new Extent(0, 0);

  /**
   * @param values the stem's result for the inserted bases; owned from here on
   */
  AlternateStrip(List<Edit> edits, NDArray values, ReferenceStreams reference) {
    this.edits = edits;
    this.inserted = edits.get(0).inserted().length;
    this.values = values;
    this.reference = reference;
  }

  /** Runs unit {@code i} on {@code input} positions around the edit. */
  void advance(SpliceNet net, int i, Extent input, Extent after) {
    NDArray whole = stretch(i, input);
    values.close();
    try (whole) {
      values = net.unit(i, whole);
    }
    extent = after;
  }

  /** What the head sums at a boundary, at the outputs. */
  NDArray skip(SpliceNet net, int k, int boundary, Extent outputs) {
    try (NDArray whole = stretch(boundary, outputs)) {
      return net.skip(k, whole, 0);
    }
  }

  /** The alternates' stream at a boundary: the strip where it reaches, the reference's beyond. */
  private NDArray stretch(int boundary, Extent wanted) {
    int left = Math.min(wanted.left(), extent.left());
    int right = Math.min(wanted.right(), extent.right());
    int from = extent.left() - left;
    NDArray own = values.get(range(from, from + left + inserted + right));
    if (left == wanted.left() && right == wanted.right()) {
      return own;
    }
    int length = wanted.left() + inserted + wanted.right();
    Shape shape = new Shape(edits.size(), Flank.CHANNELS, length);
    NDArray whole = values.getManager().create(shape, DataType.FLOAT32);
    try (own) {
      int start = wanted.left() - left;
      whole.set(range(start, start + left + inserted + right), own);
    }
    for (int n = 0; n < edits.size(); n++) {
      int before = edits.get(n).start() + reference.context(boundary);
      int behind = before + edits.get(n).removed();
      copy(whole, n, 0, boundary, before - wanted.left(), wanted.left() - left);
      copy(
          whole,
          n,
          length - wanted.right() + right,
          boundary,
          behind + right,
          wanted.right() - right);
    }
    return whole;
  }

  private void copy(NDArray whole, int n, int to, int boundary, int from, int count) {
    if (count > 0) {
      NDIndex source = new NDIndex().addAllDim(2).addSliceDim(from, from + count);
      NDIndex target = new NDIndex().addSliceDim(n, n + 1).addAllDim().addSliceDim(to, to + count);
      try (NDArray part = reference.at(boundary).get(source)) {
        whole.set(target, part);
      }
    }
  }

  private static NDIndex range(int from, int to) {
    return new NDIndex().addAllDim(2).addSliceDim(from, to);
  }

  @Override
  public void close() {
    values.close();
  }
}

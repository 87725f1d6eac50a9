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
 * inserted + right). Moves from stage to stage.
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

  /** Moves through unit {@code i}. */
  void advance(SpliceNet net, int i, Strips strips) {
    Extent given = strips.input(i, strips.middle(i));
    Extent after = strips.after(i);
    try (NDArray x = stretch(2 * i, given)) {
      replace(net.firstHalf(i, x), strips.middle(i));
      int from = given.left() - after.left();
      try (NDArray y = stretch(2 * i + 1, strips.input(i, after));
          NDArray same = x.get(range(from, from + after.left() + inserted + after.right()))) {
        replace(net.secondHalf(i, y, same), after);
      }
    }
  }

  private void replace(NDArray next, Extent reached) {
    values.close();
    values = next;
    extent = reached;
  }

  /** What the head sums at a stage, at the outputs. */
  NDArray skip(SpliceNet net, int k, int stage, Extent outputs) {
    try (NDArray whole = stretch(stage, outputs)) {
      return net.skip(k, whole, 0);
    }
  }

  /** The alternates' values at a stage: the strip where it reaches, the reference's beyond. */
  private NDArray stretch(int stage, Extent wanted) {
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
      int before = edits.get(n).start() + reference.context(stage);
      int behind = before + edits.get(n).removed();
      copy(whole, n, 0, stage, before - wanted.left(), wanted.left() - left);
      int to = length - wanted.right() + right;
      copy(whole, n, to, stage, behind + right, wanted.right() - right);
    }
    return whole;
  }

  private void copy(NDArray whole, int n, int to, int stage, int from, int count) {
    if (count > 0) {
      NDIndex source = new NDIndex().addAllDim(2).addSliceDim(from, from + count);
      NDIndex target = new NDIndex().addSliceDim(n, n + 1).addAllDim().addSliceDim(to, to + count);
      try (NDArray part = reference.at(stage).get(source)) {
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

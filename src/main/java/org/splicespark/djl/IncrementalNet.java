package org.splicespark.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.splicespark.model.Batch;
import org.splicespark.model.EditModel;
import org.splicespark.model.Flank;
import org.splicespark.model.Probabilities;
import org.splicespark.model.Tile;
import org.splicespark.model.Tile.Edit;
import org.splicespark.model.TileAnswer;

/**
 * Scores edits of a tile exactly, and computes only what an edit changes.
 *
 * <p>The reference goes through the network once; its residual stream is kept at every unit's
 * boundary. An alternate differs from it, after convolutions that together reach {@code c} bases,
 * only within {@code c} of the edit, and of that only what the convolutions still to come carry to
 * an asked output matters. So each convolution reads a strip: the reference's stream, with the
 * alternate's where the two differ, shifted right of the edit by the difference in length; and
 * gives the next strip. Edits of one length go together.
 */
final class IncrementalNet implements EditModel {
  private final SpliceNet net;
  private final int positionsAtOnce;

  /**
   * @param positionsAtOnce strip positions, over all edits of a batch
   */
  IncrementalNet(SpliceNet net, int positionsAtOnce) {
    this.net = net;
    this.positionsAtOnce = positionsAtOnce;
  }

  /** Edits of one shape share their strips' lengths. */
  private record Form(int inserted, int before, int after) {
    static Form of(Edit edit) {
      return new Form(edit.inserted().length, edit.before(), edit.after());
    }
  }

  @Override
  public TileAnswer score(Tile tile) {
    Map<Form, List<Integer>> byForm = new LinkedHashMap<>();
    for (int i = 0; i < tile.edits().size(); i++) {
      byForm.computeIfAbsent(Form.of(tile.edits().get(i)), f -> new ArrayList<>()).add(i);
    }
    Probabilities[] alternates = new Probabilities[tile.edits().size()];
    try (NoGradients scoring = new NoGradients();
        NDManager scratch = net.scratch();
        ReferenceStreams reference =
            new ReferenceStreams(net, onehot(scratch, List.of(tile.bases())))) {
      byForm.forEach((form, members) -> score(tile, form, members, reference, alternates));
      return new TileAnswer(
          new Probabilities(net.channels(), 1, tile.outputs(), reference.probabilities()),
          List.of(alternates));
    }
  }

  private void score(
      Tile tile,
      Form form,
      List<Integer> members,
      ReferenceStreams reference,
      Probabilities[] alternates) {
    Strips strips = new Strips(net.flank(), form.inserted(), form.before(), form.after());
    int atOnce = Math.max(1, positionsAtOnce / strips.longest());
    for (int from = 0; from < members.size(); from += atOnce) {
      List<Integer> some = members.subList(from, Math.min(members.size(), from + atOnce));
      List<Edit> edits = some.stream().map(tile.edits()::get).toList();
      float[] values = forward(edits, strips, reference);
      int each = values.length / some.size();
      for (int i = 0; i < some.size(); i++) {
        float[] own = java.util.Arrays.copyOfRange(values, i * each, (i + 1) * each);
        alternates[some.get(i)] = new Probabilities(net.channels(), 1, strips.outputLength(), own);
      }
    }
  }

  /** N edits in, N x C x outputs out. */
  private float[] forward(List<Edit> edits, Strips strips, ReferenceStreams reference) {
    try (NDManager scratch = net.scratch()) {
      NDArray x = onehot(scratch, edits.stream().map(Edit::inserted).toList());
      AlternateStrip strip = new AlternateStrip(edits, net.stem(x), reference);
      x.close();
      NDArray sum = strip.skip(net, 0, 0, strips.outputs());
      for (int i = 0; i < strips.units(); i++) {
        strip.advance(net, i, strips);
        if ((i + 1) % Flank.UNITS_PER_SKIP == 0) {
          int k = (i + 1) / Flank.UNITS_PER_SKIP;
          try (NDArray more = strip.skip(net, k, 2 * i + 2, strips.outputs())) {
            sum.addi(more);
          }
        }
      }
      strip.close();
      try (sum;
          NDArray probabilities = net.head(sum)) {
        return probabilities.toFloatArray();
      }
    }
  }

  private static NDArray onehot(NDManager manager, List<byte[]> sequences) {
    Batch batch = Batch.of(sequences);
    return manager.create(batch.values(), new Shape(batch.count(), 4, batch.length()));
  }
}

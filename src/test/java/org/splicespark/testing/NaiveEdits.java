package org.splicespark.testing;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import org.splicespark.model.Batch;
import org.splicespark.model.EditModel;
import org.splicespark.model.Probabilities;
import org.splicespark.model.SpliceModel;
import org.splicespark.model.Tile;
import org.splicespark.model.Tile.Edit;
import org.splicespark.model.TileAnswer;

/** Scores edits the slow way, each as a sequence of its own: the judge of any faster way. */
public record NaiveEdits(SpliceModel model) implements EditModel {

  @Override
  public TileAnswer score(Tile tile) {
    List<Probabilities> alternates =
        tile.edits().stream()
            .map(edit -> model.score(Batch.of(List.of(edited(tile, edit)))))
            .toList();
    return new TileAnswer(model.score(Batch.of(List.of(tile.bases()))), alternates);
  }

  private byte[] edited(Tile tile, Edit edit) {
    int half = model.flank() / 2;
    int at = edit.start() + half;
    int behind = at + edit.removed();
    ByteArrayOutputStream bases = new ByteArrayOutputStream();
    bases.writeBytes(Arrays.copyOfRange(tile.bases(), at - edit.before() - half, at));
    bases.writeBytes(edit.inserted());
    bases.writeBytes(Arrays.copyOfRange(tile.bases(), behind, behind + edit.after() + half));
    return bases.toByteArray();
  }
}

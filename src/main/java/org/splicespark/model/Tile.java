package org.splicespark.model;

import java.util.List;

/**
 * A stretch of one sequence, and edits of it that are asked about.
 *
 * @param bases upper case, on the strand that the model reads; half a flank of context on each side
 *     of the outputs
 * @param outputs positions that are asked about: {@code bases.length - flank}
 */
public record Tile(byte[] bases, int outputs, List<Edit> edits) {

  public Tile {
    edits = List.copyOf(edits);
    if (outputs < 1 || outputs > bases.length) {
      throw new IllegalArgumentException(outputs + " outputs of " + bases.length + " bases");
    }
    for (Edit edit : edits) {
      if (edit.start() < edit.before() || edit.start() + edit.removed() + edit.after() > outputs) {
        throw new IllegalArgumentException("an edit reaches out of its tile: " + edit);
      }
    }
  }

  /**
   * Bases replaced by others.
   *
   * @param start the first replaced base, counted from the first output
   * @param removed bases that go; may be 0
   * @param inserted bases that come, upper case; at least one
   * @param before outputs asked for before the inserted bases
   * @param after outputs asked for after them
   */
  public record Edit(int start, int removed, byte[] inserted, int before, int after) {

    public Edit {
      if (removed < 0 || inserted.length < 1 || before < 0 || after < 0) {
        throw new IllegalArgumentException("no edit: " + removed + " bases by " + inserted.length);
      }
    }

    /** Outputs of the edited sequence: those before, those of the inserted bases, those after. */
    public int outputs() {
      return before + inserted.length + after;
    }
  }
}

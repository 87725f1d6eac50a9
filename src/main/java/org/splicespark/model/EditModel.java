package org.splicespark.model;

/**
 * A model that knows how to score edits of a sequence without starting over for each. Same answers
 * as {@link SpliceModel#score} gives for the whole sequences, but for the order of floating-point
 * sums. Safe for several threads.
 */
public interface EditModel {

  /** Reference and alternates of a tile. */
  TileAnswer score(Tile tile);
}

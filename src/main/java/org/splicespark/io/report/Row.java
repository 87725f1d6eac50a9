package org.splicespark.io.report;

import java.util.List;

/** Cells of a table beside one another. */
record Row(List<Cell> cells) {
  static Row of(Cell... cells) {
    return new Row(List.of(cells));
  }
}

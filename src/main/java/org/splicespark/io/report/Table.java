package org.splicespark.io.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows under a heading each.
 *
 * @param heads as many as each row has cells; those of numbers stand at the right
 */
record Table(List<Cell> heads, List<Row> rows) {

  /**
   * @param names of the columns; a column is one of numbers if the first row's cell is
   */
  static Table of(List<String> names, List<Row> rows) {
    List<Cell> heads = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      boolean number = !rows.isEmpty() && rows.get(0).cells().get(i).number();
      heads.add(new Cell(names.get(i), number, ""));
    }
    return new Table(heads, rows);
  }
}

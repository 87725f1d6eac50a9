package org.splicespark.cli;

import java.io.PrintStream;
import java.util.List;

/**
 * Rows as text, in columns as wide as they must be.
 *
 * @param rows equally long
 */
record TextTable(List<List<String>> rows) {

  void print(PrintStream out) {
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.size(); column++) {
        String cell = row.get(column);
        line.append(cell).append(" ".repeat(width(column) + 2 - cell.length()));
      }
      out.println(line.toString().stripTrailing());
    }
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }
}

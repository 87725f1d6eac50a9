package org.splicespark.io.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.splicespark.io.TextLines;

/** A table of reliability curves, as calibrate writes it: a row for each class and bin. */
record ReliabilityTable(List<String[]> rows) {
  private static final int COLUMNS = 9;

  /**
   * @throws org.splicespark.error.InputException if a row has not the columns
   */
  static ReliabilityTable read(Path path) {
    List<String[]> rows = new ArrayList<>();
    try (TextLines lines = TextLines.open(path)) {
      lines.next();
      for (String line = lines.next(); line != null; line = lines.next()) {
        String[] fields = line.split("\t", -1);
        if (fields.length != COLUMNS || !allNumbers(fields)) {
          throw lines.fault("is no row of a reliability table");
        }
        rows.add(fields);
      }
    }
    return new ReliabilityTable(rows);
  }

  private static boolean allNumbers(String[] fields) {
    for (int i = 1; i < fields.length; i++) {
      try {
        number(fields[i]);
      } catch (NumberFormatException none) {
        return false;
      }
    }
    return true;
  }

  /** A class's values in a column, counted from 0; no number for NA. */
  List<Double> column(String name, int column) {
    return rows.stream()
        .filter(row -> row[0].equals(name))
        .map(row -> number(row[column]))
        .toList();
  }

  private static double number(String text) {
    return text.equals("NA") ? Double.NaN : Double.parseDouble(text);
  }
}

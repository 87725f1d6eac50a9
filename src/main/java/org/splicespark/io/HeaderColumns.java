package org.splicespark.io;

import java.util.List;

/** The columns of a table by the names in its header. */
record HeaderColumns(List<String> names) {

  boolean hasAll(String... wanted) {
    return names.containsAll(List.of(wanted));
  }

  String of(String name, List<String> row, TextLines lines) {
    int place = names.indexOf(name);
    if (place < 0 || place >= row.size()) {
      throw lines.fault("has no column " + name + "; the header names " + String.join(" ", names));
    }
    return row.get(place);
  }
}

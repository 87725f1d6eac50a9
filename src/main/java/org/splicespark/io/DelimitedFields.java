package org.splicespark.io;

import java.util.ArrayList;
import java.util.List;

/** The fields of a line of a table. */
final class DelimitedFields {
  private DelimitedFields() {}

  /** A separator between double quotes separates nothing; the quotes are left out. */
  static List<String> of(String line, char separator) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (char c : line.toCharArray()) {
      if (c == '"') {
        quoted = !quoted;
      } else if (c == separator && !quoted) {
        fields.add(field.toString());
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    fields.add(field.toString());
    return fields;
  }
}

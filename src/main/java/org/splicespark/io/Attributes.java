package org.splicespark.io;

import java.util.List;

/** The ninth column of a GFF3 or GTF row: names with values. */
interface Attributes {

  /** All values of an attribute, in order; empty if it is not there. */
  List<String> all(String name);

  /** The first value of the first of these attributes that has one; empty text if none has. */
  default String first(String... names) {
    for (String name : names) {
      for (String value : all(name)) {
        if (!value.isEmpty()) {
          return value;
        }
      }
    }
    return "";
  }
}

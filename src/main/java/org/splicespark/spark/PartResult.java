package org.splicespark.spark;

import java.io.Serializable;
import java.util.Locale;
import org.splicespark.io.vcf.PartSummary;

/** A part that is written: which, what is in it, and what became of its records. */
record PartResult(int part, PartSummary summary, Tally tally) implements Serializable {

  static String name(int part) {
    return String.format(Locale.ROOT, "part-%06d", part);
  }

  String name() {
    return name(part);
  }
}

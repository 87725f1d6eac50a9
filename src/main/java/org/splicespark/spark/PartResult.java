package org.splicespark.spark;

import java.util.Locale;
import java.util.Map;
import org.splicespark.io.vcf.PartSummary;

/**
 * A part that is written: which, what is in it, and what became of its records.
 *
 * @param file its name
 */
record PartResult(int part, String file, PartSummary summary, Tally tally)
    implements PartStore.Result {

  static String name(int part) {
    return String.format(Locale.ROOT, "part-%06d", part);
  }

  @Override
  public Map<String, Long> files() {
    return Map.of(file, summary.bytes());
  }
}

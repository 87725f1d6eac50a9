package org.splicespark.spark;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.splicespark.io.vcf.PartSummary;

/**
 * A part that is written: which, what is in it, and what became of its records.
 *
 * @param file its name
 * @param aside lengths of the files with what is kept aside of it, where there are any
 */
record PartResult(int part, String file, PartSummary summary, Tally tally, Map<Aside, Long> aside)
    implements PartStore.Result {

  static String name(int part) {
    return String.format(Locale.ROOT, "part-%06d", part);
  }

  @Override
  public Map<String, Long> files() {
    Map<String, Long> files = new TreeMap<>(Map.of(file, summary.bytes()));
    aside.forEach((kind, bytes) -> files.put(kind.ofPart(file), bytes));
    return files;
  }

  /** Length of what is kept aside; 0 if there is none. */
  long bytes(Aside kind) {
    return aside.getOrDefault(kind, 0L);
  }
}

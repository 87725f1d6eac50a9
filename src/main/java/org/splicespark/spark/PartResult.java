package org.splicespark.spark;

import java.util.Locale;
import java.util.Map;
import org.splicespark.io.vcf.PartSummary;

/**
 * A part that is written: which, what is in it, and what became of its records.
 *
 * @param file its name
 * @param failedBytes length of the file with its records whose scoring failed; 0 if there is none
 */
record PartResult(int part, String file, PartSummary summary, Tally tally, long failedBytes)
    implements PartStore.Result {

  static String name(int part) {
    return String.format(Locale.ROOT, "part-%06d", part);
  }

  @Override
  public Map<String, Long> files() {
    return failedBytes == 0
        ? Map.of(file, summary.bytes())
        : Map.of(file, summary.bytes(), FailedRecords.file(file), failedBytes);
  }
}

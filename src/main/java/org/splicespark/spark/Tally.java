package org.splicespark.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.splicespark.variant.Outcome;
import org.splicespark.variant.SkipReason;

/**
 * What became of the records so far: counts that add up, and the first few lines that are no
 * record.
 */
public final class Tally implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int EXAMPLES = 5;

  private long records;
  private long scored;
  private final Map<SkipReason, Long> skipped = new EnumMap<>(SkipReason.class);
  private final List<String> badLines = new ArrayList<>();

  /** Counts a record with its outcomes: one per alternate and gene. */
  void record(List<Outcome> outcomes) {
    records++;
    for (Outcome outcome : outcomes) {
      if (outcome instanceof Outcome.Skipped skip) {
        skipped.merge(skip.reason(), 1L, Long::sum);
      } else {
        scored++;
      }
    }
  }

  /** Counts a line that is no record. */
  void bad(String line) {
    records++;
    skipped.merge(SkipReason.BAD_RECORD, 1L, Long::sum);
    if (badLines.size() < EXAMPLES) {
      badLines.add(line);
    }
  }

  void add(Tally other) {
    records += other.records;
    scored += other.scored;
    other.skipped.forEach((reason, count) -> skipped.merge(reason, count, Long::sum));
    other.badLines.stream().limit(EXAMPLES - badLines.size()).forEach(badLines::add);
  }

  /** Lines of the input's body. */
  public long records() {
    return records;
  }

  /** Outcomes with delta scores: alternates times genes. */
  public long scored() {
    return scored;
  }

  /** Outcomes without, by reason; reasons that did not occur are absent. */
  public Map<SkipReason, Long> skipped() {
    return java.util.Collections.unmodifiableMap(skipped);
  }

  public long skipped(SkipReason reason) {
    return skipped.getOrDefault(reason, 0L);
  }

  /** All outcomes. */
  public long outcomes() {
    return scored + skipped.values().stream().mapToLong(Long::longValue).sum();
  }

  /** The first lines that are no record, shortened, each with what is wrong. */
  public List<String> badLines() {
    return List.copyOf(badLines);
  }
}

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
  private static final int MOST_FAILURES = 100;

  private long records;
  private long scored;
  private long failed;
  private final Map<SkipReason, Long> skipped = new EnumMap<>(SkipReason.class);
  private final List<String> badLines = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();

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

  /** Notes that the scoring of a record failed, beside counting its outcomes. */
  void failed(String how) {
    failed++;
    if (failures.size() < EXAMPLES) {
      failures.add(how);
    }
  }

  void add(Tally other) {
    records += other.records;
    scored += other.scored;
    failed += other.failed;
    other.skipped.forEach((reason, count) -> skipped.merge(reason, count, Long::sum));
    other.badLines.stream().limit(EXAMPLES - badLines.size()).forEach(badLines::add);
    other.failures.stream().limit(EXAMPLES - failures.size()).forEach(failures::add);
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

  /** Records whose scoring failed. */
  public long failed() {
    return failed;
  }

  /** The first records whose scoring failed, each with what was thrown. */
  public List<String> failures() {
    return List.copyOf(failures);
  }

  /**
   * For a part of the records: looks at what nobody needs to see the rest for.
   *
   * @throws IllegalStateException if many fail and fewer succeed
   */
  void requireSomeSuccess() {
    if (failed > MOST_FAILURES && failed > scored) {
      requireFewFailures();
    }
  }

  /**
   * A few records that fail are records; many, or as many as succeed, are an error of the program
   * or of what it runs on.
   *
   * @throws IllegalStateException if they are too many
   */
  void requireFewFailures() {
    if (failed > Math.max(MOST_FAILURES, records / 1000) || failed > scored) {
      throw new IllegalStateException(
          "the scoring of "
              + failed
              + " of "
              + records
              + " records failed, so it is not the records: "
              + failures.get(0));
    }
  }

  /** The first lines that are no record, shortened, each with what is wrong. */
  public List<String> badLines() {
    return List.copyOf(badLines);
  }
}

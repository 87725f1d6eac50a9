package org.splicespark.genome;

import java.io.Serializable;
import java.util.Objects;

/**
 * A stretch of a contig, 0-based and half-open: {@code start} is the first base in it, {@code end}
 * the first after it.
 */
public record Interval(String contig, int start, int end) implements Serializable {

  public Interval {
    Objects.requireNonNull(contig, "contig");
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("no interval: " + contig + ":" + start + "-" + end);
    }
  }

  public int length() {
    return end - start;
  }

  /** The same stretch of a contig that goes by another name. */
  public Interval on(String otherContig) {
    return new Interval(otherContig, start, end);
  }

  public boolean contains(int position) {
    return start <= position && position < end;
  }

  public boolean contains(Interval other) {
    return contig.equals(other.contig) && start <= other.start && other.end <= end;
  }

  public boolean overlaps(Interval other) {
    return contig.equals(other.contig) && start < other.end && other.start < end;
  }
}

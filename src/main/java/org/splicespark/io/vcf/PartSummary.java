package org.splicespark.io.vcf;

import java.io.Serializable;
import java.util.Optional;

/** What a {@link PartWriter} wrote, as much of it as joining the parts needs. */
public final class PartSummary implements Serializable {
  private static final long serialVersionUID = 1L;

  private final long records;
  private final long bytes;
  private final PlaceOrder order;
  private final TabixBins bins;

  PartSummary(long records, long bytes, PlaceOrder order, TabixBins bins) {
    this.records = records;
    this.bytes = bytes;
    this.order = order;
    this.bins = bins;
  }

  /** Number of lines, those that are no record included. */
  public long records() {
    return records;
  }

  /** Length of the part in bytes, as written. */
  public long bytes() {
    return bytes;
  }

  /** Where the first record stands; empty if there is none. */
  public Optional<Place> first() {
    return Optional.ofNullable(order.first());
  }

  /** Where the last record stands; empty if there is none. */
  public Optional<Place> last() {
    return Optional.ofNullable(order.last());
  }

  PlaceOrder order() {
    return order;
  }

  TabixBins bins() {
    return bins;
  }

  @Override
  public String toString() {
    return records + " records, " + bytes + " bytes, " + order.first() + " to " + order.last();
  }
}

package org.splicespark.spark;

import org.apache.spark.util.AccumulatorV2;

/** Brings the tallies of finished tasks to the driver while the job runs, for the progress line. */
final class TallyAccumulator extends AccumulatorV2<Tally, Tally> {
  private static final long serialVersionUID = 1L;

  private Tally sum = new Tally();

  @Override
  public boolean isZero() {
    return sum.records() == 0;
  }

  @Override
  public TallyAccumulator copy() {
    TallyAccumulator copy = new TallyAccumulator();
    copy.sum.add(sum);
    return copy;
  }

  @Override
  public void reset() {
    sum = new Tally();
  }

  @Override
  public synchronized void add(Tally tally) {
    sum.add(tally);
  }

  @Override
  public synchronized void merge(AccumulatorV2<Tally, Tally> other) {
    sum.add(other.value());
  }

  /** A copy: the driver's threads read while tasks end. */
  @Override
  public synchronized Tally value() {
    Tally copy = new Tally();
    copy.add(sum);
    return copy;
  }
}

package org.splicespark.spark.prediction;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.splicespark.model.Batch;
import org.splicespark.model.Probabilities;
import org.splicespark.model.SpliceModel;

/** Breaks at every third call for as long as it is told to. */
record StumblingModel(SpliceModel whole, BooleanSupplier breaks, AtomicInteger calls)
    implements SpliceModel {

  StumblingModel(SpliceModel whole, BooleanSupplier breaks) {
    this(whole, breaks, new AtomicInteger());
  }

  @Override
  public int flank() {
    return whole.flank();
  }

  @Override
  public Probabilities score(Batch batch) {
    if (calls.incrementAndGet() % 3 == 0 && breaks.getAsBoolean()) {
      throw new IllegalStateException("broken on purpose");
    }
    return whole.score(batch);
  }

  @Override
  public void close() {
    whole.close();
  }
}

package org.splicespark.spark.calibration;

import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.splicespark.calibrate.Comparison;
import org.splicespark.calibrate.LabelledLogits;
import org.splicespark.calibrate.Temperature;

/** How well probabilities fit before and after, counted over a partition of the logits. */
record ComparisonPass(Temperature temperature)
    implements FlatMapFunction<Iterator<LabelledLogits>, Comparison> {

  @Override
  public Iterator<Comparison> call(Iterator<LabelledLogits> batches) {
    Comparison comparison = Comparison.with(temperature);
    batches.forEachRemaining(comparison::add);
    return List.of(comparison).iterator();
  }
}

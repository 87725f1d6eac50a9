package org.splicespark.spark.calibration;

import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.splicespark.calibrate.LabelledLogits;
import org.splicespark.calibrate.LikelihoodSums;
import org.splicespark.calibrate.Temperature;

/** A temperature's likelihood, summed over a partition of the logits. */
record LikelihoodPass(Temperature temperature)
    implements FlatMapFunction<Iterator<LabelledLogits>, LikelihoodSums> {

  @Override
  public Iterator<LikelihoodSums> call(Iterator<LabelledLogits> batches) {
    LikelihoodSums sums = new LikelihoodSums(temperature);
    batches.forEachRemaining(sums::add);
    return List.of(sums).iterator();
  }
}

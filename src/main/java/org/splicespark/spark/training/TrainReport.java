package org.splicespark.spark.training;

import java.nio.file.Path;
import org.splicespark.train.TrainingHistory;

/**
 * How a training ended.
 *
 * @param history of all of it, a resumed one's beginning included
 * @param bestEpoch whose weights {@code model_best.pt} has, from 0
 * @param best the checkpoint to use
 * @param stoppedEarly whether early stopping ended it
 * @param seconds this run took
 */
public record TrainReport(
    TrainingHistory history, int bestEpoch, Path best, boolean stoppedEarly, double seconds) {}

package org.splicespark.spark.training;

import java.nio.file.Path;
import java.util.Optional;
import org.splicespark.model.Compute;
import org.splicespark.train.CheckpointWriter;
import org.splicespark.train.LearnerOpener;
import org.splicespark.train.TrainingParameters;
import org.splicespark.train.TrainingState;

/**
 * One training, on the driver.
 *
 * @param first weights to begin with
 * @param validation chooses the best epoch; without it the training loss does
 * @param test evaluated after every epoch; empty for none
 * @param compute its device may be {@code auto}, for the one that Spark gives each task; its
 *     threads may be 0, for as many as Spark gives each task cores
 * @param opener of learners on the executors
 * @param writer of checkpoints
 * @param folder of this training on the driver's disk: {@code models/}, {@code LOG/}, tables and
 *     pictures go there
 * @param title above the pictures
 * @param peerLogs whether the published trainer's logs are written too
 * @param resume whether a training that was cut off in the folder goes on
 */
public record TrainRequest(
    DatasetFiles train,
    Optional<DatasetFiles> validation,
    Optional<DatasetFiles> test,
    TrainingParameters parameters,
    TrainingState first,
    Compute compute,
    LearnerOpener opener,
    CheckpointWriter writer,
    Path folder,
    String title,
    boolean peerLogs,
    boolean resume) {}

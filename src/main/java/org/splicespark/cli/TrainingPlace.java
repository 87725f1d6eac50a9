package org.splicespark.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.spark.api.java.JavaSparkContext;
import org.splicespark.cli.options.ModelNames;
import org.splicespark.cli.options.TrainerOptions;
import org.splicespark.djl.CheckpointFiles;
import org.splicespark.djl.DjlModels;
import org.splicespark.error.InputException;
import org.splicespark.model.Compute;
import org.splicespark.spark.HadoopFiles;
import org.splicespark.spark.TaskSlots;
import org.splicespark.spark.training.DatasetFiles;
import org.splicespark.spark.training.TrainRequest;
import org.splicespark.train.TrainingParameters;
import org.splicespark.train.TrainingState;

/** A session that has room for the workers, and the data: what one training or several need. */
record TrainingPlace(JavaSparkContext context, TaskSlots slots, TrainerOptions options, Sets sets) {

  /** The data of a training. */
  record Sets(DatasetFiles train, Optional<DatasetFiles> validation, Optional<DatasetFiles> test) {}

  /**
   * @param workers of one training
   * @throws InputException if the session has no room for them, or a data set is not there
   */
  static TrainingPlace of(Workplace workplace, TrainerOptions options, int workers, PrintStream err)
      throws IOException {
    JavaSparkContext context = new JavaSparkContext(workplace.spark().sparkContext());
    TaskSlots slots = TaskSlots.of(context.getConf());
    requireRoom(slots, workers, context.master());
    HadoopFiles files = new HadoopFiles(context.hadoopConfiguration());
    TrainingData names = TrainingData.of(options.data(), files, err);
    Sets sets =
        new Sets(
            DatasetFiles.of(names.train(), files),
            names.validation().map(name -> DatasetFiles.of(name, files)),
            names.test().map(name -> DatasetFiles.of(name, files)));
    return new TrainingPlace(context, slots, options, sets);
  }

  private static void requireRoom(TaskSlots slots, int workers, String master) {
    OptionalInt most = slots.count();
    if (most.isPresent() && most.getAsInt() < workers) {
      throw new InputException(
          "--workers %d: the session runs %d tasks at a time (%s); give fewer workers, or more cores"
              .formatted(workers, most.getAsInt(), master));
    }
  }

  /** Trainings of so many workers that fit side by side; at least one. */
  int atOnce(int workers, int wanted) {
    return Math.max(1, Math.min(wanted, slots.count().orElse(workers) / workers));
  }

  /**
   * @param first weights
   * @param resume whether the training is one that was cut off
   * @param atOnce trainings that share the cores
   */
  TrainRequest request(
      TrainingParameters parameters,
      TrainingState first,
      ModelNames names,
      boolean resume,
      int atOnce) {
    long seed = parameters.seed();
    return new TrainRequest(
        sets.train(),
        sets.validation(),
        sets.test(),
        parameters,
        first,
        compute(parameters.workers() * atOnce),
        DjlModels::learner,
        CheckpointFiles::write,
        names.folder(seed),
        names.model(seed),
        options.output().peerLogs(),
        resume);
  }

  private Compute compute(int workers) {
    Compute asked = options.training().rounds().compute();
    int threads = asked.threads() == 0 ? slots.threads(workers) : asked.threads();
    return new Compute(asked.device(), threads, asked.math());
  }
}

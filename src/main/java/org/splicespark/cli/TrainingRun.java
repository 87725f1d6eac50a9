package org.splicespark.cli;

import java.io.IOException;
import java.io.PrintStream;
import org.splicespark.cli.options.ModelNames;
import org.splicespark.cli.options.TrainerOptions;
import org.splicespark.spark.training.TrainJob;
import org.splicespark.spark.training.TrainReport;
import org.splicespark.spark.training.TrainRequest;
import org.splicespark.train.TrainingParameters;
import org.splicespark.train.TrainingState;

/** One training of a command line, wherever its weights come from. */
record TrainingRun(TrainerOptions options, PrintStream err) {

  /** Nothing is written, and nothing replaced, before all inputs were found good. */
  void train(Workplace workplace, TrainingParameters parameters, TrainingState first)
      throws IOException {
    ModelNames names = options.output().names(parameters.flank());
    ModelFolder folder = ModelFolder.of(names, parameters.seed(), options.output());
    folder.requireFree();
    TrainingPlace place = TrainingPlace.of(workplace, options, parameters.workers(), err);
    TrainRequest request = place.request(parameters, first, names, folder.resume(), 1);
    folder.begin();
    TrainReport report = new TrainJob(place.context(), err).run(request);
    new TrainSummary(report).print(err);
  }
}

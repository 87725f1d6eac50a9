package org.splicespark.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;
import org.splicespark.cli.options.RateOptions;
import org.splicespark.cli.options.TrainerOptions;
import org.splicespark.cli.options.UnusedModelOption;
import org.splicespark.djl.DjlModels;
import org.splicespark.model.Flank;
import org.splicespark.train.Freezing;
import org.splicespark.train.TrainingParameters;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code splicespark train}: a model from the beginning. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Trains a model on what create-data made. After each epoch it is evaluated on all of the"
          + " validation and test sets and kept as models/model_{epoch}.pt; the best by validation"
          + " loss as models/model_best.pt, which variant -m and OpenSpliceAI take.",
      "",
      "Example:",
      "  splicespark train --data data/ --output-dir models/ --project-name mine -f 400",
      ""
    },
    footer = {"", UnusedModelOption.FOOTER})
final class TrainCommand implements Callable<Integer> {
  private final PrintStream err;

  @Mixin private TrainerOptions options;

  @Mixin private UnusedModelOption unused;

  TrainCommand(PrintStream err) {
    this.err = err;
  }

  @Override
  public Integer call() throws IOException {
    unused.require();
    options.data().require();
    Flank flank = options.training().flank().orElse(Flank.F80);
    long seed = options.training().seed();
    TrainingParameters parameters =
        options.training().parameters(RateOptions.Beginning.TRAINING, flank, seed, Freezing.NONE);
    Supplier<SparkSession> start = () -> options.spark().start("train", parameters.workers());
    try (Workplace workplace = new Workplace(start)) {
      new TrainingRun(options, err)
          .train(workplace, parameters, DjlModels.initialState(flank, seed));
    }
    return 0;
  }
}

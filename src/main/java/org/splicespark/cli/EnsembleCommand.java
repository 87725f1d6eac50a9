package org.splicespark.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.splicespark.cli.options.ModelNames;
import org.splicespark.cli.options.RateOptions;
import org.splicespark.cli.options.SeedOptions;
import org.splicespark.cli.options.TrainerOptions;
import org.splicespark.cli.options.UnusedModelOption;
import org.splicespark.djl.DjlModels;
import org.splicespark.model.Flank;
import org.splicespark.spark.training.TrainJob;
import org.splicespark.spark.training.TrainReport;
import org.splicespark.spark.training.TrainRequest;
import org.splicespark.train.Freezing;
import org.splicespark.train.TrainingParameters;
import org.splicespark.train.TrainingState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code splicespark ensemble}: models that differ in their seed only. */
@Command(
    name = "ensemble",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Trains several models that differ in their random seed only, and puts the best checkpoint of"
          + " each into one folder, ensemble/ in the output folder. variant -m takes that folder and"
          + " scores with the models' mean.",
      "",
      "Example:",
      "  splicespark ensemble --seeds 5 --data data/ --output-dir models/ --project-name mine -f 400",
      ""
    },
    footer = {"", UnusedModelOption.FOOTER})
final class EnsembleCommand implements Callable<Integer> {
  private final PrintStream err;

  @Mixin private SeedOptions members;

  @Mixin private TrainerOptions options;

  @Mixin private UnusedModelOption unused;

  EnsembleCommand(PrintStream err) {
    this.err = err;
  }

  @Override
  public Integer call() throws IOException {
    unused.require();
    options.data().require();
    Flank flank = options.training().flank().orElse(Flank.F80);
    List<Long> seeds = members.seeds(options.training().seed());
    List<TrainingParameters> all = seeds.stream().map(seed -> parameters(flank, seed)).toList();
    ModelNames names = options.output().names(flank);
    EnsembleFolder folder = new EnsembleFolder(names);
    for (long seed : seeds) {
      ModelFolder.of(names, seed, options.output()).requireFree();
    }
    folder.requireFree(options.output().resume() || options.output().overwrite());
    options.training().rounds().compute(); // Refused before anything starts, if it is wrong.
    int workers = options.training().rounds().workers();
    try (Workplace workplace = new Workplace(() -> options.spark().start("ensemble", workers))) {
      TrainingPlace place = TrainingPlace.of(workplace, options, workers, err);
      summarize(folder, train(place, all, names));
    }
    return 0;
  }

  private TrainingParameters parameters(Flank flank, long seed) {
    return options
        .training()
        .parameters(RateOptions.Beginning.TRAINING, flank, seed, Freezing.NONE);
  }

  private Map<Long, TrainReport> train(
      TrainingPlace place, List<TrainingParameters> all, ModelNames names) throws IOException {
    int wanted = members.sideBySide() ? all.size() : 1;
    int atOnce = place.atOnce(all.get(0).workers(), wanted);
    err.println(all.size() + " trainings, " + atOnce + " at a time");
    List<TrainReport> reports =
        new SideBySide<TrainingParameters, TrainReport>(atOnce)
            .run(all, one -> trained(place, one, names, atOnce));
    Map<Long, TrainReport> bySeed = new LinkedHashMap<>();
    for (int i = 0; i < all.size(); i++) {
      bySeed.put(all.get(i).seed(), reports.get(i));
    }
    return bySeed;
  }

  private TrainReport trained(
      TrainingPlace place, TrainingParameters parameters, ModelNames names, int atOnce)
      throws IOException {
    long seed = parameters.seed();
    // Of an ensemble that was cut off, some members had not begun.
    ModelFolder folder = ModelFolder.of(names, seed, options.output()).resumedWherePossible();
    TrainingState first = DjlModels.initialState(parameters.flank(), seed);
    TrainRequest request = place.request(parameters, first, names, folder.resume(), atOnce);
    folder.begin();
    try (PrintStream progress = LabelledLines.on(err, "rs" + seed + ": ")) {
      return new TrainJob(place.context(), progress).run(request);
    }
  }

  private void summarize(EnsembleFolder folder, Map<Long, TrainReport> reports) throws IOException {
    folder.fill(reports);
    reports.forEach(
        (seed, report) -> {
          err.println("rs" + seed + ": the best is model_" + report.bestEpoch() + ".pt");
          new TrainSummary(report).lines().forEach(err::println);
        });
    err.println("ensemble of " + reports.size() + " models: " + folder.path());
    TrainSummary.printUse(err, folder.path());
  }
}

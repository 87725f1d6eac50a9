package org.splicespark.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.splicespark.cli.options.FreezingOptions;
import org.splicespark.cli.options.RateOptions;
import org.splicespark.cli.options.TrainerOptions;
import org.splicespark.model.Flank;
import org.splicespark.train.TrainingParameters;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code splicespark transfer}: a model from another one. */
@Command(
    name = "transfer",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Trains a model that begins with the weights of another, such as one of another species. The"
          + " last residual unit and the final convolution are trained, the rest stays, unless"
          + " options say otherwise.",
      "",
      "Example:",
      "  splicespark transfer -m human/models/model_best.pt --data mouse-data/ --output-dir models/"
          + " --project-name mouse",
      ""
    })
final class TransferCommand implements Callable<Integer> {
  private final PrintStream err;

  @Option(
      names = {"-m", "--pretrained-model"},
      required = true,
      paramLabel = "PT|NAME",
      description = {
        "The checkpoint to begin with (.pt), or a fetched one's name; its flank is the new model's."
      })
  private String model;

  @Mixin private FreezingOptions freezing;

  @Mixin private TrainerOptions options;

  TransferCommand(PrintStream err) {
    this.err = err;
  }

  @Override
  public Integer call() throws IOException {
    options.data().require();
    Optional<Flank> wanted = options.training().flank();
    int workers = options.training().rounds().workers();
    try (Workplace workplace = new Workplace(() -> options.spark().start("transfer", workers))) {
      Pretrained pretrained = Pretrained.read(model, workplace, wanted);
      new TrainingRun(options, err)
          .train(workplace, parameters(pretrained.flank()), pretrained.state());
    }
    return 0;
  }

  private TrainingParameters parameters(Flank flank) {
    return options
        .training()
        .parameters(
            RateOptions.Beginning.TRANSFER,
            flank,
            options.training().seed(),
            freezing.freezing(flank));
  }
}

package org.splicespark.cli.options;

import java.util.Arrays;
import java.util.Optional;
import org.splicespark.model.Flank;
import org.splicespark.train.Freezing;
import org.splicespark.train.TrainingParameters;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How a network is trained. */
public final class TrainingOptions {
  @Option(
      names = {"-f", "--flanking-size"},
      paramLabel = "80|400|2000|10000",
      description = {
        "Bases of context that the network sees, both sides together. Default: 80; transfer: the"
            + " model's."
      })
  private Integer flank;

  @Option(
      names = {"-n", "--epochs"},
      paramLabel = "N",
      defaultValue = "" + TrainingParameters.EPOCHS,
      description = "Passes over the training set. Default: ${DEFAULT-VALUE}.")
  private int epochs;

  @Option(
      names = {"-E", "--early-stopping"},
      description = "Stop when the validation loss does not fall any more.")
  private boolean earlyStopping;

  @Option(
      names = {"-P", "--patience"},
      paramLabel = "N",
      defaultValue = "" + TrainingParameters.PATIENCE,
      description = "With -E: epochs in a row without a fall. Default: ${DEFAULT-VALUE}.")
  private int patience;

  @Option(
      names = {"-r", "--random-seed"},
      paramLabel = "N",
      defaultValue = "" + TrainingParameters.SEED,
      description = {
        "Of the first weights and the order of the examples: the same seed, the same model (on the same device, with as many threads). Default:"
            + " ${DEFAULT-VALUE}."
      })
  private long seed;

  @Option(
      names = "--batch-size",
      paramLabel = "N",
      defaultValue = "0",
      description = {
        "Examples in a step of one worker; 0: 36 for flanks 80 and 400, 24 for 2000, 12 for 10000."
            + " Default: ${DEFAULT-VALUE}."
      })
  private int batchSize;

  @Mixin private RateOptions rates;

  @Mixin private LossOptions loss;

  @Mixin private RoundOptions rounds;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  /** What {@code -f} says; empty if it says nothing. */
  public Optional<Flank> flank() {
    if (flank == null) {
      return Optional.empty();
    }
    Optional<Flank> known =
        Arrays.stream(Flank.values()).filter(f -> f.bases() == flank).findFirst();
    new Mistakes(command)
        .require(known.isPresent(), "--flanking-size must be 80, 400, 2000 or 10000, not " + flank);
    return known;
  }

  public long seed() {
    return seed;
  }

  public RoundOptions rounds() {
    return rounds;
  }

  public TrainingParameters parameters(
      RateOptions.Beginning beginning, Flank of, long seedOf, Freezing freezing) {
    Mistakes mistakes = new Mistakes(command);
    mistakes.requireAtLeast(1, "--epochs", epochs);
    mistakes.requireAtLeast(1, "--patience", patience);
    mistakes.requireAtLeast(0, "--batch-size", batchSize);
    return new TrainingParameters(
        epochs,
        of,
        batchSize == 0 ? TrainingParameters.batchSize(of) : batchSize,
        rates.schedule(beginning, epochs),
        loss.learner(freezing),
        earlyStopping,
        patience,
        seedOf,
        rounds.workers(),
        rounds.stepsPerRound());
  }
}

package org.splicespark.cli.options;

import java.util.List;
import org.splicespark.train.Freezing;
import org.splicespark.train.LearnerParameters;
import org.splicespark.train.Loss;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What training makes small. */
public final class LossOptions {
  private static final double GAMMA = 2;
  private static final List<Double> ALPHA = List.of(1.0, 1.0, 1.0);

  enum Name {
    CROSS_ENTROPY_LOSS,
    FOCAL_LOSS
  }

  @Option(
      names = {"-l", "--loss"},
      paramLabel = "cross_entropy_loss|focal_loss",
      defaultValue = "cross_entropy_loss",
      description = {
        "focal_loss: places that are right already count less. Default: ${DEFAULT-VALUE}."
      })
  private Name loss;

  @Option(
      names = "--focal-gamma",
      paramLabel = "POWER",
      description = "With focal_loss: how much less. Default: 2.")
  private Double gamma;

  @Option(
      names = "--focal-alpha",
      split = ",",
      paramLabel = "WEIGHT",
      description = {
        "With focal_loss: three weights, with commas: neither, acceptor, donor. Default: 1,1,1."
      })
  private List<Double> alpha;

  @Option(
      names = "--weight-decay",
      paramLabel = "SHARE",
      defaultValue = "" + LearnerParameters.WEIGHT_DECAY,
      description = "Of AdamW, decoupled. Default: ${DEFAULT-VALUE}.")
  private double decay;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  LearnerParameters learner(Freezing freezing) {
    new Mistakes(command).requireNotNegative("--weight-decay", decay);
    return new LearnerParameters(loss(), LearnerParameters.Optimizer.ADAMW, decay, freezing);
  }

  private Loss loss() {
    Mistakes mistakes = new Mistakes(command);
    if (loss == Name.CROSS_ENTROPY_LOSS) {
      mistakes.require(
          gamma == null && alpha == null, "--focal-gamma, --focal-alpha: for --loss focal_loss");
      return new Loss.CrossEntropy();
    }
    double power = gamma == null ? GAMMA : gamma;
    List<Double> weights = alpha == null ? ALPHA : alpha;
    mistakes.requireNotNegative("--focal-gamma", power);
    mistakes.require(
        weights.size() == ALPHA.size(),
        "--focal-alpha must be three weights, not " + weights.size());
    weights.forEach(weight -> mistakes.requireNotNegative("--focal-alpha", weight));
    return new Loss.Focal(power, weights);
  }
}

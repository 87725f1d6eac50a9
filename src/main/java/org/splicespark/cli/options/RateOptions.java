package org.splicespark.cli.options;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.splicespark.train.Schedule;
import org.splicespark.train.TrainingParameters;
import org.splicespark.train.TrainingParameters.ScheduleName;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** How large the optimizer's steps are. */
public final class RateOptions {
  /**
   * Where learning begins.
   *
   * @param rate of the first epoch
   * @param milestones last epochs that each begin with the rate made smaller
   */
  public record Beginning(double rate, int milestones) {
    /** With an untrained network. */
    public static final Beginning TRAINING =
        new Beginning(TrainingParameters.TRAINING_RATE, TrainingParameters.TRAINING_MILESTONES);

    /** With a network that was trained on other data. */
    public static final Beginning TRANSFER =
        new Beginning(TrainingParameters.TRANSFER_RATE, TrainingParameters.TRANSFER_MILESTONES);
  }

  /** PyTorch's names. */
  static final class Spelling implements ITypeConverter<ScheduleName> {
    @Override
    public ScheduleName convert(String text) {
      return Arrays.stream(ScheduleName.values())
          .filter(name -> name.text().equalsIgnoreCase(text))
          .findFirst()
          .orElseThrow(() -> new TypeConversionException("expected " + all() + ", not " + text));
    }

    private static String all() {
      return Arrays.stream(ScheduleName.values())
          .map(ScheduleName::text)
          .collect(Collectors.joining(" or "));
    }
  }

  @Option(
      names = {"-s", "--scheduler"},
      paramLabel = "MultiStepLR|CosineAnnealingWarmRestarts",
      defaultValue = "MultiStepLR",
      converter = Spelling.class,
      description = {
        "MultiStepLR: half the rate at each milestone. CosineAnnealingWarmRestarts: down to 1e-5"
            + " within 5 epochs, and again. Default: ${DEFAULT-VALUE}."
      })
  private ScheduleName scheduler;

  @Option(
      names = "--learning-rate",
      paramLabel = "RATE",
      description = "Of the first epoch. Default: 0.001; transfer: 0.0001.")
  private Double rate;

  @Option(
      names = "--milestones",
      split = ",",
      paramLabel = "EPOCH",
      description = {
        "With MultiStepLR: epochs, from 0, with commas. Default: each of the last 5; transfer: 4."
      })
  private List<Integer> milestones;

  @Option(
      names = "--gamma",
      paramLabel = "FACTOR",
      description = "With MultiStepLR: what a milestone multiplies the rate by. Default: 0.5.")
  private Double gamma;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  Schedule schedule(Beginning beginning, int epochs) {
    double base = rate == null ? beginning.rate() : rate;
    Mistakes mistakes = new Mistakes(command);
    mistakes.require(
        base > 0 && base < Double.POSITIVE_INFINITY,
        "--learning-rate must be above 0, not " + base);
    Schedule usual = scheduler.of(base, epochs, beginning.milestones());
    if (usual instanceof Schedule.MultiStep steps) {
      return stepped(mistakes, steps);
    }
    mistakes.require(milestones == null && gamma == null, "--milestones, --gamma: for MultiStepLR");
    return usual;
  }

  private Schedule stepped(Mistakes mistakes, Schedule.MultiStep usual) {
    List<Integer> at = milestones == null ? usual.milestones() : milestones;
    double factor = gamma == null ? usual.gamma() : gamma;
    at.forEach(epoch -> mistakes.requireAtLeast(0, "--milestones", epoch));
    mistakes.require(
        factor > 0 && factor <= 1, "--gamma must be above 0 and at most 1, not " + factor);
    return new Schedule.MultiStep(usual.base(), at, factor);
  }
}

package org.splicespark.cli.options;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The members of an ensemble. */
public final class SeedOptions {
  @Option(
      names = "--seeds",
      paramLabel = "N|SEED,SEED,...",
      defaultValue = "5",
      description = {
        "How many models, with the random seed and those that follow it; or their seeds. Default:"
            + " ${DEFAULT-VALUE}."
      })
  private String seeds;

  @Option(
      names = "--side-by-side",
      description = {
        "Train several at a time, as many as there are cores for; else one after another."
      })
  private boolean sideBySide;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  /**
   * @param first seed, if the options only say how many
   */
  public List<Long> seeds(long first) {
    Mistakes mistakes = new Mistakes(command);
    List<Long> named;
    try {
      long[] numbers = Arrays.stream(seeds.split(",", -1)).mapToLong(Long::parseLong).toArray();
      mistakes.require(
          numbers.length > 1 || (numbers[0] > 0 && numbers[0] <= 1000),
          "--seeds must be 1 to 1000 models, not " + seeds);
      LongStream all =
          numbers.length > 1
              ? Arrays.stream(numbers)
              : LongStream.range(first, Math.addExact(first, numbers[0]));
      named = all.boxed().toList();
    } catch (NumberFormatException | ArithmeticException e) {
      throw mistakes.usage("--seeds must be a number, or seeds with commas, not " + seeds);
    }
    mistakes.require(
        named.stream().distinct().count() == named.size(), "--seeds names a seed twice: " + seeds);
    return named;
  }

  public boolean sideBySide() {
    return sideBySide;
  }
}

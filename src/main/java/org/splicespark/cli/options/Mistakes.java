package org.splicespark.cli.options;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * What can be wrong with the values of a command's options.
 *
 * @param command on whose line they stand
 */
record Mistakes(CommandSpec command) {

  ParameterException usage(String message) {
    return new ParameterException(command.commandLine(), message);
  }

  void require(boolean right, String message) {
    if (!right) {
      throw usage(message);
    }
  }

  void requireAtLeast(int least, String option, int value) {
    require(value >= least, option + " must be at least " + least + ", not " + value);
  }

  /** Of numbers that are shares, rates or weights. */
  void requireNotNegative(String option, double value) {
    require(
        value >= 0 && value < Double.POSITIVE_INFINITY,
        option + " must be a number that is not negative, not " + value);
  }
}

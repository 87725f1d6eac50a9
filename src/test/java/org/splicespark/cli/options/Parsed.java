package org.splicespark.cli.options;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The options of commands that train, as a command line sets them. */
@Command(name = "parsed")
public final class Parsed {
  @Mixin TrainerOptions trainer;

  @Mixin FreezingOptions freezing;

  @Mixin SeedOptions seeds;

  private Parsed() {}

  /**
   * @param line separated by blanks, after an output folder and a project's name
   */
  static Parsed of(String line) {
    Parsed parsed = new Parsed();
    CommandLine commandLine = new CommandLine(parsed);
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    EnumSpelling.register(commandLine);
    commandLine.parseArgs(("-o out -p mine " + line).strip().split(" +"));
    return parsed;
  }

  /** For tests of other packages. */
  public static TrainerOptions trainer(String line) {
    return of(line).trainer;
  }
}

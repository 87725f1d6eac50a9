package org.splicespark.cli;

import java.io.PrintStream;
import java.util.Optional;
import org.splicespark.cli.options.EnumSpelling;
import org.splicespark.error.InputException;
import org.splicespark.error.OutputException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Where it starts, and the only place where it exits. */
@Command(
    name = "splicespark",
    description = "Splice-site models and delta scores on Apache Spark.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {
      VariantCommand.class,
      PredictCommand.class,
      CreateDataCommand.class,
      TrainCommand.class,
      TransferCommand.class,
      EnsembleCommand.class,
      CalibrateCommand.class,
      ModelsCommand.class,
      SimulateCommand.class,
      DoctorCommand.class,
      ReportCommand.class,
      BenchCommand.class,
      BenchTrainCommand.class,
      BenchScaleCommand.class,
      BenchPredictCommand.class,
      CommandLine.HelpCommand.class
    },
    footer = {
      "",
      "Exit codes: 0 done, 1 failure, 2 usage, 3 input that cannot be used.",
      "Spark: embedded with all cores unless --master or spark-submit says otherwise."
    })
public final class Main {
  /** Exit codes, as the help names them. */
  static final int FAILURE = 1;

  static final int INPUT = 3;

  @Option(
      names = Configuration.OPTION,
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description =
          "Defaults of options, as conf/splicespark.properties has them; else what $"
              + Configuration.VARIABLE
              + " names.")
  private String configuration;

  private Main() {}

  public static void main(String[] arguments) {
    int code = run(System.out, System.err, arguments);
    if (!Hosted.isHosted()) {
      System.exit(code);
    }
    Hosted.end(code);
  }

  /**
   * Runs a command line and says how it ended; nothing but a command's output goes to {@code out}.
   */
  static int run(PrintStream out, PrintStream err, String... arguments) {
    CommandLine commandLine = commands(out, err);
    try {
      Configuration.apply(commandLine, arguments, System.getenv());
    } catch (InputException unusable) {
      return report(unusable, err);
    }
    return commandLine.execute(arguments);
  }

  /** All commands, with the defaults that they have without a file of settings. */
  static CommandLine commands(PrintStream out, PrintStream err) {
    CommandLine commandLine = new CommandLine(new Main(), new Commands(out, err));
    commandLine.setOut(new java.io.PrintWriter(out, true));
    commandLine.setErr(new java.io.PrintWriter(err, true));
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    EnumSpelling.register(commandLine);
    commandLine.setUsageHelpAutoWidth(true);
    commandLine.setParameterExceptionHandler(new ShortUsage());
    commandLine.setExecutionExceptionHandler((failure, command, parsed) -> report(failure, err));
    return commandLine;
  }

  private static int report(Exception failure, PrintStream err) {
    Optional<String> input = inputProblem(failure);
    if (input.isPresent()) {
      err.println("splicespark: " + input.get().strip().replaceAll("\\s*\\R\\s*", "; "));
      return INPUT;
    }
    Optional<String> output = problem(failure, OutputException.class);
    if (output.isPresent()) {
      err.println("splicespark: " + output.get().strip().replaceAll("\\s*\\R\\s*", "; "));
    } else {
      failure.printStackTrace(err);
    }
    return FAILURE;
  }

  /** The user's part in a failure, however deep Spark has wrapped it. */
  static Optional<String> inputProblem(Throwable failure) {
    return problem(failure, InputException.class);
  }

  private static Optional<String> problem(Throwable failure, Class<? extends Exception> kind) {
    String marker = kind.getName() + ": ";
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (kind.isInstance(cause)) {
        return Optional.of(cause.getMessage());
      }
      // A task's exception may come as text only.
      String message = String.valueOf(cause.getMessage());
      int at = message.indexOf(marker);
      if (at >= 0) {
        return Optional.of(message.substring(at + marker.length()).lines().findFirst().orElse(""));
      }
    }
    return Optional.empty();
  }
}

package org.splicespark.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import org.splicespark.error.InputException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Unmatched;

/**
 * Defaults of options from a properties file: {@code distance=100} for every command that has
 * {@code --distance}, {@code splicespark.variant.distance=100} for one. The command line wins.
 */
final class Configuration implements CommandLine.IDefaultValueProvider {
  static final String OPTION = "--config";
  static final String VARIABLE = "SPLICESPARK_CONFIG";

  private final CommandLine.PropertiesDefaultProvider provider;

  private Configuration(Properties settings) {
    this.provider = new CommandLine.PropertiesDefaultProvider(settings);
  }

  /** A first look at a command line: which file, before the options can have their defaults. */
  @Command
  static final class FirstLook {
    @Option(names = OPTION)
    private String file;

    @Unmatched private String[] rest;
  }

  /**
   * Gives all commands their defaults from the file that the command line or the environment names.
   *
   * @throws InputException if it cannot be read, or has a key that is no option's
   */
  static void apply(CommandLine commands, String[] arguments, Map<String, String> environment) {
    Optional<String> file = file(arguments, environment);
    if (file.isPresent()) {
      Properties settings = read(file.get());
      List<CommandLine> all = below(commands);
      for (String key : new TreeSet<>(settings.stringPropertyNames())) {
        requireOption(all, key, file.get());
      }
      all.forEach(command -> steadyFlags(command, settings));
      commands.setDefaultValueProvider(new Configuration(settings));
    }
  }

  /** A flag means true: else picocli takes it for the opposite of what the file says. */
  private static void steadyFlags(CommandLine command, Properties settings) {
    CommandSpec spec = command.getCommandSpec();
    for (OptionSpec option : List.copyOf(spec.options())) {
      boolean flag = option.arity().max() == 0 && !option.usageHelp() && !option.versionHelp();
      String name = option.longestName().replaceFirst("^-+", "");
      boolean told =
          settings.containsKey(name) || settings.containsKey(spec.qualifiedName(".") + "." + name);
      if (flag && told && option.fallbackValue().isEmpty()) {
        spec.remove(option);
        spec.addOption(OptionSpec.builder(option).fallbackValue("true").build());
      }
    }
  }

  private static Optional<String> file(String[] arguments, Map<String, String> environment) {
    FirstLook look = new FirstLook();
    try {
      new CommandLine(look).parseArgs(arguments);
    } catch (CommandLine.ParameterException mistake) {
      return Optional.empty(); // The whole parse finds it too, and tells it as it tells others.
    }
    String named = look.file != null ? look.file : environment.get(VARIABLE);
    return Optional.ofNullable(named).filter(name -> !name.isBlank());
  }

  private static Properties read(String file) {
    Properties settings = new Properties();
    try (Reader in = Files.newBufferedReader(Path.of(file), StandardCharsets.UTF_8)) {
      settings.load(in);
    } catch (IOException | IllegalArgumentException e) {
      String why =
          Files.exists(Path.of(file)) ? "cannot be read: " + e.getMessage() : "no such file";
      throw new InputException(file + ": " + why, e);
    }
    return settings;
  }

  private static void requireOption(List<CommandLine> commands, String key, String file) {
    if (commands.stream().noneMatch(command -> isOf(command, key))) {
      throw new InputException(
          file
              + ": "
              + key
              + " is no option; keys are those of COMMAND --help without --, or"
              + " splicespark.COMMAND.OPTION");
    }
  }

  private static boolean isOf(CommandLine command, String key) {
    String prefix = command.getCommandSpec().qualifiedName(".") + ".";
    return has(command, key)
        || key.startsWith(prefix) && has(command, key.substring(prefix.length()));
  }

  /** Those that do something, however deep they lie. */
  private static List<CommandLine> below(CommandLine command) {
    List<CommandLine> all = new ArrayList<>();
    for (CommandLine each : new LinkedHashSet<>(command.getSubcommands().values())) {
      all.add(each);
      all.addAll(below(each));
    }
    return all;
  }

  private static boolean has(CommandLine command, String option) {
    OptionSpec found = command.getCommandSpec().findOption("--" + option);
    return found != null && !found.usageHelp() && !found.versionHelp() && !found.inherited();
  }

  @Override
  public String defaultValue(ArgSpec argument) throws Exception {
    return provider.defaultValue(argument);
  }
}

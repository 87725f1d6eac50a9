package org.splicespark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Defaults of options from a file. */
class ConfigurationTest {
  @TempDir Path folder;

  @Command(
      name = "splicespark",
      subcommands = {First.class, Second.class})
  static final class Program {
    @Option(names = "--config", scope = ScopeType.INHERIT)
    private String file;
  }

  @Command(name = "first", mixinStandardHelpOptions = true)
  static final class First implements Runnable {
    @Option(
        names = {"-D", "--distance"},
        defaultValue = "50")
    private int distance;

    @Option(
        names = {"-R", "--reference"},
        required = true)
    private String reference;

    @Option(names = "--compat")
    private boolean compat;

    @Override
    public void run() {
      // Its options are looked at.
    }
  }

  @Command(name = "second")
  static final class Second implements Runnable {
    @Option(names = "--distance", defaultValue = "7")
    private int distance;

    @Override
    public void run() {
      // Its options are looked at.
    }
  }

  @Test
  void aKeyHoldsForAllCommandsAndOneWithACommandForThatOne() throws IOException {
    String file = file("distance=100\nsplicespark.first.distance=200\nreference=g.fa\n");
    assertEquals(200, first("first", "--config", file).distance);
    CommandLine program = applied(Map.of(), "--config=" + file, "second");
    program.parseArgs("--config=" + file, "second");
    Second second = program.getSubcommands().get("second").getCommand();
    assertEquals(100, second.distance);
  }

  @Test
  void theCommandLineWins() throws IOException {
    String file = file("distance=100\nreference=g.fa\n");
    First first = first("--config", file, "first", "-D", "30", "--reference", "h.fa");
    assertEquals(30, first.distance);
    assertEquals("h.fa", first.reference);
  }

  @Test
  void aRequiredOptionMayStandInTheFile() throws IOException {
    assertEquals("g.fa", first("first", "--config", file("reference=g.fa\n")).reference);
  }

  @Test
  void aFlagThatIsOnInBothPlacesIsOn() throws IOException {
    String file = file("compat=true\nreference=g.fa\n");
    assertTrue(first("first", "--config", file).compat);
    assertTrue(first("first", "--config", file, "--compat").compat);
    assertFalse(first("first", "--config", file, "--compat=false").compat);
  }

  @Test
  void theEnvironmentMayNameTheFile() throws IOException {
    Map<String, String> environment = Map.of("SPLICESPARK_CONFIG", file("reference=g.fa\n"));
    CommandLine program = applied(environment, "first");
    program.parseArgs("first");
    First first = program.getSubcommands().get("first").getCommand();
    assertEquals("g.fa", first.reference);
  }

  @Test
  void aWrongKeyIsNamed() throws IOException {
    for (String key :
        new String[] {"distence", "splicespark.third.distance", "splicespark.second.reference"}) {
      String file = file(key + "=1\n");
      Ended.of("variant", "--config", file).requireInput(file + ": " + key + " is no option");
    }
    String file = file("help=true\n");
    Ended.of("variant", "--config", file).requireInput("help is no option");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    Ended.of("--config", "none.properties", "variant")
        .requireInput("none.properties: no such file");
  }

  @Test
  void theFileInConfSaysWhatTheDefaultsAre() throws IOException {
    Path conf = Path.of("conf", "splicespark.properties");
    CommandLine plain = Main.commands(System.out, System.err);
    var settings = new java.util.Properties();
    try (var in = Files.newBufferedReader(conf)) {
      settings.load(in);
    }
    assertTrue(settings.size() > 5, settings.toString());
    for (String key : settings.stringPropertyNames()) {
      String[] parts = key.split("\\.");
      assertEquals(3, parts.length, key);
      var option =
          plain.getSubcommands().get(parts[1]).getCommandSpec().findOption("--" + parts[2]);
      assertEquals(option.defaultValue(), settings.getProperty(key), key);
    }
    Ended.of("variant", "--config", conf.toString()).requireUsage("Missing required options");
  }

  @Test
  void everySettingInConfHasItsReason() throws IOException {
    String before = "";
    for (String line : Files.readAllLines(Path.of("conf", "splicespark.properties"))) {
      if (line.matches("#?splicespark\\..*")) {
        assertTrue(before.startsWith("# "), line);
      }
      before = line;
    }
  }

  private First first(String... arguments) {
    CommandLine program = applied(Map.of(), arguments);
    program.parseArgs(arguments);
    return program.getSubcommands().get("first").getCommand();
  }

  private static CommandLine applied(Map<String, String> environment, String... arguments) {
    CommandLine program = new CommandLine(new Program());
    Configuration.apply(program, arguments, environment);
    return program;
  }

  private String file(String text) throws IOException {
    return Files.writeString(Files.createTempFile(folder, "c", ".properties"), text).toString();
  }
}

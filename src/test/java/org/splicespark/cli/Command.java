package org.splicespark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.splicespark.testing.Reference;

/** {@code variant} on the reference data, in a folder of the test's. */
final class Command {
  private final Path folder;
  private final Path genome;

  Command(Path folder) throws IOException {
    this.folder = folder;
    this.genome = Reference.genomeIn(folder);
  }

  /**
   * Runs to success.
   *
   * @param model below the published models
   * @param options separated by spaces
   * @return the output
   */
  Path variant(Path input, String model, String annotation, String options) throws IOException {
    Path output = Files.createTempFile(folder, "out", ".vcf");
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    int exit =
        Main.run(
            new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
            new PrintStream(messages, true, StandardCharsets.UTF_8),
            ("variant --master local[2] --overwrite"
                    + (" -R " + genome)
                    + (" -A " + Reference.path("human/" + annotation))
                    + (" -m " + Reference.path("models/openspliceai-mane/" + model))
                    + (" -I " + input + " -O " + output + " " + options))
                .strip()
                .split(" +"));
    assertEquals(0, exit, messages.toString(StandardCharsets.UTF_8));
    return output;
  }

  /** Every n-th record of a file of the reference, under its header. */
  Path everyNth(String name, int n) throws IOException {
    List<String> kept = new ArrayList<>();
    int record = 0;
    for (String line : Files.readAllLines(Reference.path(name))) {
      if (line.startsWith("#") || record++ % n == 0) {
        kept.add(line);
      }
    }
    return Files.write(folder.resolve("in-" + n + ".vcf"), kept);
  }
}

package org.splicespark.cli.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.splicespark.dataset.Chunk;
import org.splicespark.error.InputException;
import org.splicespark.model.Flank;

/** A plain training loop in PyTorch, in a Python of its own that waits while others run. */
final class PythonTimer implements StepTimer {
  private static final String SCRIPT = "published_net.py";

  private final String python;
  private final Process process;
  private final PrintStream told;
  private final BufferedReader answers;
  private final String version;

  /**
   * @param python the command
   * @throws InputException if it cannot be run, or has no PyTorch
   */
  PythonTimer(String python, Flank flank, int batchSize, int threads) {
    this.python = python;
    List<String> command = new ArrayList<>(List.of(python, "-c", script()));
    for (int argument : new int[] {flank.bases(), batchSize, Chunk.LABELLED, threads}) {
      command.add(Integer.toString(argument));
    }
    try {
      process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    } catch (IOException e) {
      throw new InputException(python + " cannot be run: " + e.getMessage(), e);
    }
    told = new PrintStream(process.getOutputStream(), true, StandardCharsets.US_ASCII);
    answers = process.inputReader(StandardCharsets.US_ASCII);
    version = answer();
  }

  private static String script() {
    try (InputStream script = PythonTimer.class.getResourceAsStream(SCRIPT)) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String answer() {
    try {
      String line = answers.readLine();
      if (line != null) {
        return line;
      }
    } catch (IOException e) {
      process.destroy();
      throw new UncheckedIOException(e);
    }
    process.destroy();
    throw new InputException(python + " ended early: is PyTorch there, and enough memory?");
  }

  /** PyTorch's own. */
  String version() {
    return version;
  }

  @Override
  public Spent run(int steps) {
    told.println(steps);
    String[] seconds = answer().split(" ");
    return new Spent(Double.parseDouble(seconds[0]), Double.parseDouble(seconds[1]));
  }

  @Override
  public void close() {
    told.close();
    process.destroy();
  }
}

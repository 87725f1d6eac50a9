package org.splicespark.io.training;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Collectors;
import org.splicespark.error.OutputException;
import org.splicespark.io.WholeFile;

/** A text file that grows by lines, and is cut back when a training goes on from before its end. */
record EpochLines(Path file) {

  void append(String line) throws IOException {
    append(List.of(line));
  }

  /** Adds lines at once: the file is opened and written to for all of them, not for each. */
  void append(List<String> lines) throws IOException {
    try {
      Files.writeString(
          file,
          text(lines),
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new OutputException(file.toString(), e);
    }
  }

  /** Keeps the first lines; fewer if there are fewer, or none if there is no file. */
  void keep(long lines) throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    List<String> kept;
    try (var all = Files.lines(file, StandardCharsets.UTF_8)) {
      kept = all.limit(lines).toList();
    }
    write(kept);
  }

  /** The lines; none if there is no file. */
  List<String> read() throws IOException {
    return Files.exists(file) ? Files.readAllLines(file, StandardCharsets.UTF_8) : List.of();
  }

  /** Replaces the file by these lines, whole or not at all. */
  void write(List<String> lines) throws IOException {
    try (WholeFile whole = WholeFile.create(file)) {
      whole.stream().write(text(lines).getBytes(StandardCharsets.UTF_8));
      whole.finish();
    }
  }

  /** Lines end alike on all systems. */
  private static String text(List<String> lines) {
    return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
  }
}

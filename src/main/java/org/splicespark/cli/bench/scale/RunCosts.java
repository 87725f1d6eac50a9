package org.splicespark.cli.bench.scale;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.splicespark.error.InputException;

/**
 * What a run of {@code variant} cost, as {@link org.splicespark.spark.watch.RunWatch} wrote it.
 *
 * @param tasks those that scored
 * @param scoring the job of them
 * @param shuffledBytes of all tasks of all jobs
 * @param collectedBytes results of all tasks of all jobs
 * @param heapBytes the most that the driver's heap held
 * @param seconds from Spark's start to its end
 */
record RunCosts(
    List<Task> tasks,
    Job scoring,
    long shuffledBytes,
    long collectedBytes,
    long broadcastBytes,
    long heapBytes,
    double seconds) {

  /**
   * @param scored outcomes with scores: alleles times genes
   */
  record Task(double seconds, long resultBytes, long records, long scored) {}

  /** Times are in seconds since Spark's start. */
  record Job(double started, double ended) {
    double seconds() {
      return ended - started;
    }
  }

  /**
   * @throws InputException if the file is not what such a run leaves
   */
  static RunCosts read(Path file) {
    Lines lines = new Lines();
    try {
      Files.readAllLines(file).forEach(lines::add);
    } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
      throw new InputException(file + ": no costs of a run: " + e.getMessage(), e);
    }
    if (lines.scoring == null || lines.tasks.isEmpty()) {
      throw new InputException(file + ": no costs of a run of variant: no task scored anything");
    }
    return new RunCosts(
        List.copyOf(lines.tasks),
        lines.scoring,
        lines.shuffled,
        lines.collected,
        lines.broadcast,
        lines.heap,
        lines.seconds);
  }

  private static final class Lines {
    private final List<Task> tasks = new ArrayList<>();
    private Job scoring;
    private long shuffled;
    private long collected;
    private long broadcast;
    private long heap;
    private double seconds;

    void add(String line) {
      String[] fields = line.split("\t");
      switch (fields[0]) {
        case "task" -> task(fields);
        case "job" -> job(fields);
        case "broadcast" -> broadcast = Long.parseLong(fields[1]);
        case "heap" -> heap = Long.parseLong(fields[1]);
        case "seconds" -> seconds = Double.parseDouble(fields[1]);
        default -> {
          // A later version may say more.
        }
      }
    }

    private void task(String[] fields) {
      long records = Long.parseLong(fields[5]);
      long bytes = Long.parseLong(fields[3]);
      shuffled += Long.parseLong(fields[4]);
      collected += bytes;
      if (records > 0) {
        double taken = Double.parseDouble(fields[2]);
        tasks.add(new Task(taken, bytes, records, Long.parseLong(fields[6])));
      }
    }

    private void job(String[] fields) {
      if (fields[1].startsWith("score ")) {
        scoring = new Job(Double.parseDouble(fields[2]), Double.parseDouble(fields[3]));
      }
    }
  }

  double slowestTask() {
    return tasks.stream().mapToDouble(Task::seconds).max().orElse(0);
  }

  double taskSeconds() {
    return tasks.stream().mapToDouble(Task::seconds).sum();
  }

  /** From the last score to the end: joining, the index, clearing up. */
  double secondsAfterScoring() {
    return seconds - scoring.ended();
  }
}

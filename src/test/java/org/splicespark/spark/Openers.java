package org.splicespark.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.apache.spark.TaskContext;
import org.splicespark.model.Batch;
import org.splicespark.model.ModelOpener;
import org.splicespark.model.ModelSource;
import org.splicespark.model.Probabilities;
import org.splicespark.model.SpliceModel;
import org.splicespark.testing.MotifModel;
import org.splicespark.testing.TissueModel;

/** Openers of models without a network; some of them break. */
final class Openers {
  static final int FLANK = 80;
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private Openers() {}

  /** A source that no run before had, since executors keep the model of a source. */
  static ModelSource newSource() {
    String digest = "test-" + ProcessHandle.current().pid() + "-" + NUMBER.incrementAndGet();
    return new ModelSource(List.of(new ModelSource.Member("motif", digest, new byte[0])), FLANK);
  }

  static ModelOpener motif() {
    return (source, compute) -> new MotifModel(FLANK);
  }

  static ModelOpener tissues() {
    return (source, compute) -> new TissueModel(FLANK);
  }

  /** Says in a file who opened a model, where and for which device: pid, executor, device. */
  static ModelOpener noting(String file) {
    return (source, compute) -> {
      String line =
          ProcessHandle.current().pid()
              + "\t"
              + org.apache.spark.SparkEnv.get().executorId()
              + "\t"
              + compute.device()
              + "\n";
      append(Path.of(file), line);
      return new MotifModel(FLANK);
    };
  }

  /** Breaks in one partition for as long as a file is there. */
  static ModelOpener brokenWhile(String flag, int partition) {
    return (source, compute) ->
        new Breaking(
            () ->
                TaskContext.getPartitionId() == partition && Files.exists(Path.of(flag))
                    ? "broken on purpose"
                    : null);
  }

  /** Breaks in the first attempt of each task, after its second call. */
  static ModelOpener brokenAtFirst(String notes) {
    return (source, compute) ->
        new Breaking(
            () -> {
              TaskContext task = TaskContext.get();
              if (task.attemptNumber() > 0) {
                return null;
              }
              append(Path.of(notes), task.partitionId() + "\n");
              return Files.readAllLines(Path.of(notes)).stream()
                          .filter(line -> line.equals("" + task.partitionId()))
                          .count()
                      > 1
                  ? "broken at first"
                  : null;
            });
  }

  /** Takes its time with every call, and says in a file that it was called. */
  static ModelOpener slow(String note, int millis) {
    return (source, compute) ->
        new Breaking(
            () -> {
              append(Path.of(note), TaskContext.get().taskAttemptId() + "\n");
              LockSupport.parkNanos(1_000_000L * millis);
              return null;
            });
  }

  /** Writes a file anew at every call. */
  static ModelOpener rewriting(String file, String text) {
    return (source, compute) ->
        new Breaking(
            () -> {
              Files.writeString(Path.of(file), text);
              return null;
            });
  }

  /**
   * Notes the attempt of every call's task. Spark tells of a failure while it begins the next try:
   * that one has five seconds to be called off, and is then not noted.
   */
  static ModelOpener counting(String notes) {
    return (source, compute) ->
        new Breaking(
            () -> {
              TaskContext task = TaskContext.get();
              for (int i = 0; i < 50 && task.attemptNumber() > 0 && !task.isInterrupted(); i++) {
                LockSupport.parkNanos(100_000_000);
              }
              if (!task.isInterrupted()) {
                append(Path.of(notes), task.attemptNumber() + "\n");
              }
              return null;
            });
  }

  /** Does not bear to see some bases, in any window of a batch. */
  static ModelOpener afraidOf(String bases) {
    return (source, compute) -> new Afraid(bases);
  }

  private record Afraid(String bases) implements SpliceModel {

    @Override
    public int flank() {
      return FLANK;
    }

    @Override
    public Probabilities score(Batch batch) {
      for (int n = 0; n < batch.count(); n++) {
        for (int i = 0; i + bases.length() <= batch.length(); i++) {
          if (stands(batch, n, i)) {
            throw new IllegalArgumentException("afraid of " + bases);
          }
        }
      }
      return new MotifModel(FLANK).score(batch);
    }

    private boolean stands(Batch batch, int n, int at) {
      for (int i = 0; i < bases.length(); i++) {
        int channel = "ACGT".indexOf(bases.charAt(i));
        if (batch.values()[(n * 4 + channel) * batch.length() + at + i] != 1f) {
          return false;
        }
      }
      return true;
    }

    @Override
    public void close() {
      // holds nothing
    }
  }

  private static synchronized void append(Path file, String line) {
    try {
      byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
      Files.write(file, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface Trouble {
    String now() throws IOException;
  }

  private record Breaking(Trouble trouble) implements SpliceModel {

    @Override
    public int flank() {
      return FLANK;
    }

    @Override
    public Probabilities score(Batch batch) {
      try {
        String now = trouble.now();
        if (now != null) {
          throw new IllegalStateException(now);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return new MotifModel(FLANK).score(batch);
    }

    @Override
    public void close() {
      // holds nothing
    }
  }
}

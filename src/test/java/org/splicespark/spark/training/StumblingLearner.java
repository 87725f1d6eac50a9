package org.splicespark.spark.training;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.LockSupport;
import org.splicespark.model.Flank;
import org.splicespark.train.LearnerOpener;
import org.splicespark.train.LearnerParameters;
import org.splicespark.train.TrainingBatch;

/** Fails at one step of a training: throws, or takes its whole JVM with it. */
class StumblingLearner extends PlainLearner {
  private final long step;
  private final Runnable fall;

  private StumblingLearner(Flank flank, LearnerParameters parameters, long step, Runnable fall) {
    super(flank, parameters);
    this.step = step;
    this.fall = fall;
  }

  /** Fails once: the first time that the step is reached, of which a note is left. */
  static LearnerOpener once(long step, String note, boolean halting) {
    return (flank, parameters, compute) ->
        new StumblingLearner(flank, parameters, step, () -> fallOnce(Path.of(note), halting));
  }

  /** Fails whenever the step is reached. */
  static LearnerOpener always(long step) {
    return (flank, parameters, compute) ->
        new StumblingLearner(
            flank,
            parameters,
            step,
            () -> {
              throw new IllegalStateException("this step always fails");
            });
  }

  /**
   * Fails never, and tells of every step.
   *
   * @param watch must do without what differs from test to test: learners are kept for the next
   */
  static LearnerOpener watched(Watch watch) {
    return (flank, parameters, compute) ->
        new StumblingLearner(flank, parameters, -1, () -> {}) {
          @Override
          public double step(TrainingBatch batch, double learningRate) {
            watch.at(state().steps());
            return super.step(batch, learningRate);
          }
        };
  }

  /** Is told of a step before it is done. */
  interface Watch extends Serializable {
    void at(long step);
  }

  /** Fails never, takes its time with every step, and leaves a note that it was asked. */
  static LearnerOpener slow(String note, int millis) {
    return watched(
        step -> {
          write(Path.of(note));
          LockSupport.parkNanos(1_000_000L * millis);
        });
  }

  private static void write(Path note) {
    try {
      Files.writeString(note, "asked");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void fallOnce(Path note, boolean halting) {
    try {
      if (!Files.exists(note)) {
        Files.writeString(note, "fell", StandardOpenOption.CREATE_NEW);
        if (halting) {
          Runtime.getRuntime().halt(1);
        }
        throw new IllegalStateException("fails the first time");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public double step(TrainingBatch batch, double learningRate) {
    if (state().steps() == step) {
      fall.run();
    }
    return super.step(batch, learningRate);
  }
}

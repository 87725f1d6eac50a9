package org.splicespark.train;

import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;
import org.splicespark.model.Flank;

/**
 * All that a training depends on, but for its data and its first weights. Constants are the
 * defaults, those of the published trainer where it has one.
 *
 * @param batchSize examples in a step of one worker
 * @param patience of {@link EarlyStopping}, used if {@code earlyStopping}
 * @param seed of the first weights and of the {@link EpochOrder}
 * @param workers that train side by side, one per device
 * @param stepsPerRound of each worker between two averagings
 */
public record TrainingParameters(
    int epochs,
    Flank flank,
    int batchSize,
    Schedule schedule,
    LearnerParameters learner,
    boolean earlyStopping,
    int patience,
    long seed,
    int workers,
    int stepsPerRound)
    implements Serializable {
  public static final int EPOCHS = 10;
  public static final double TRAINING_RATE = 1e-3;
  public static final double TRANSFER_RATE = 1e-4;

  /** Last epochs of a training that begin with a milestone. */
  public static final int TRAINING_MILESTONES = 5;

  /** Last epochs of a transfer that begin with a milestone. */
  public static final int TRANSFER_MILESTONES = 4;

  public static final double GAMMA = 0.5;
  public static final int COSINE_PERIOD = 5;
  public static final double COSINE_MINIMUM = 1e-5;
  public static final int PATIENCE = 2;
  public static final long SEED = 42;
  public static final int WORKERS = 1;

  /**
   * Local SGD keeps its accuracy with some 8 to 16 steps between averagings (Lin et al. 2020).
   * Eight are seconds of work on a CPU, against which broadcasting and collecting the state, 1 to 9
   * MB with moments, is small. With one worker the answer does not depend on it.
   */
  public static final int STEPS_PER_ROUND = 8;

  public TrainingParameters {
    requirePositive("epochs", epochs);
    requirePositive("batch size", batchSize);
    requirePositive("patience", patience);
    requirePositive("workers", workers);
    requirePositive("steps per round", stepsPerRound);
  }

  /** The published schedules, by PyTorch's names. */
  public enum ScheduleName {
    MULTI_STEP("MultiStepLR"),
    COSINE_RESTARTS("CosineAnnealingWarmRestarts");

    private final String text;

    ScheduleName(String text) {
      this.text = text;
    }

    /** The name in options and files. */
    public String text() {
      return text;
    }

    /**
     * The schedule with its defaults.
     *
     * @param milestones epochs, the last ones, that each begin with half the rate before. The first
     *     epoch of a short training does not: PyTorch would begin with an eighth of the rate for
     *     three epochs
     */
    public Schedule of(double base, int epochs, int milestones) {
      List<Integer> last =
          IntStream.range(Math.max(1, epochs - milestones), epochs).boxed().toList();
      return this == MULTI_STEP
          ? new Schedule.MultiStep(base, last, GAMMA)
          : new Schedule.CosineRestarts(base, COSINE_PERIOD, Math.min(base, COSINE_MINIMUM));
    }
  }

  /** Examples in a step, by default. */
  public static int batchSize(Flank flank) {
    return switch (flank) {
      case F80, F400 -> 36;
      case F2000 -> 24;
      case F10000 -> 12;
    };
  }

  /** Where early stopping begins; a training without it keeps its best epoch all the same. */
  public EarlyStopping stopping() {
    return new EarlyStopping(earlyStopping ? patience : Integer.MAX_VALUE);
  }

  private static void requirePositive(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " must be at least 1, not " + value);
    }
  }
}

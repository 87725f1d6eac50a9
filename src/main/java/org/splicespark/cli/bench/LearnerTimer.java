package org.splicespark.cli.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Random;
import org.splicespark.dataset.Chunk;
import org.splicespark.djl.DjlModels;
import org.splicespark.model.Compute;
import org.splicespark.model.Flank;
import org.splicespark.train.Freezing;
import org.splicespark.train.Learner;
import org.splicespark.train.LearnerParameters;
import org.splicespark.train.LearnerParameters.Optimizer;
import org.splicespark.train.Loss;
import org.splicespark.train.TrainingBatch;

/** Our learner on one random batch, which is encoded anew for each step, as in training. */
final class LearnerTimer implements StepTimer {
  private static final double RATE = 1e-3;
  private static final double SITES_PER_BASE = 1.0 / 1250;
  private static final long SEED = 1;

  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private final Learner learner;
  private final TrainingBatch batch;

  LearnerTimer(Flank flank, int batchSize, Compute compute) {
    batch = random(batchSize, flank);
    LearnerParameters parameters =
        new LearnerParameters(
            new Loss.CrossEntropy(),
            Optimizer.ADAMW,
            LearnerParameters.WEIGHT_DECAY,
            Freezing.NONE);
    learner = DjlModels.learner(flank, parameters, compute);
    learner.restore(DjlModels.initialState(flank, SEED));
  }

  /** Uniform bases, and sites as rare as in genes. */
  private static TrainingBatch random(int count, Flank flank) {
    Random random = new Random(SEED);
    byte[] codes = new byte[count * (Chunk.LABELLED + flank.bases())];
    byte[] labels = new byte[count * Chunk.LABELLED];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = (byte) random.nextInt(4);
    }
    for (int i = 0; i < labels.length; i++) {
      labels[i] = (byte) (random.nextDouble() < SITES_PER_BASE ? 1 + random.nextInt(2) : 0);
    }
    return new TrainingBatch(count, codes, labels);
  }

  @Override
  public Spent run(int steps) {
    long cpu = SYSTEM.getProcessCpuTime();
    long started = System.nanoTime();
    for (int i = 0; i < steps; i++) {
      learner.step(batch, RATE);
    }
    double wall = (System.nanoTime() - started) / 1e9;
    return new Spent(wall, (SYSTEM.getProcessCpuTime() - cpu) / 1e9);
  }

  /** What a round of a distributed training costs besides its steps: seconds. */
  double handOver() {
    long started = System.nanoTime();
    learner.restore(learner.state());
    return (System.nanoTime() - started) / 1e9;
  }

  @Override
  public void close() {
    learner.close();
  }
}

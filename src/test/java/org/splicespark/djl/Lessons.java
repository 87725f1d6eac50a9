package org.splicespark.djl;

import java.util.Random;
import org.splicespark.model.Compute;
import org.splicespark.model.Flank;
import org.splicespark.model.ModelSource.Member;
import org.splicespark.testing.PtFiles;
import org.splicespark.train.Freezing;
import org.splicespark.train.Learner;
import org.splicespark.train.LearnerParameters;
import org.splicespark.train.LearnerParameters.Optimizer;
import org.splicespark.train.Loss;
import org.splicespark.train.TrainingBatch;
import org.splicespark.train.TrainingState;

/** Small things to learn from, made in the test that needs them. */
final class Lessons {
  static final Loss CROSS = new Loss.CrossEntropy();

  private Lessons() {}

  /** Random bases with some that are missing, random labels with some behind the gene's end. */
  static TrainingBatch random(int count, int labelled, Flank flank, long seed) {
    Random random = new Random(seed);
    byte[] codes = new byte[count * (labelled + flank.bases())];
    byte[] labels = new byte[count * labelled];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = (byte) (random.nextInt(20) == 0 ? 4 : random.nextInt(4));
    }
    for (int i = 0; i < labels.length; i++) {
      labels[i] = (byte) (random.nextInt(3) == 0 ? 1 + random.nextInt(3) : 0);
    }
    return new TrainingBatch(count, codes, labels);
  }

  /** Random weights and statistics, and no steps yet. */
  static TrainingState state(Flank flank, long seed) {
    return CheckpointFiles.state(new Member("made.pt", "", PtFiles.random(flank, seed)));
  }

  static LearnerParameters parameters(Loss loss, Optimizer optimizer, Freezing freezing) {
    return new LearnerParameters(loss, optimizer, LearnerParameters.WEIGHT_DECAY, freezing);
  }

  static LearnerParameters parameters(Optimizer optimizer) {
    return parameters(CROSS, optimizer, Freezing.NONE);
  }

  static Learner learner(Flank flank, LearnerParameters parameters, TrainingState state) {
    Learner learner = DjlModels.learner(flank, parameters, Compute.cpu());
    learner.restore(state);
    return learner;
  }
}

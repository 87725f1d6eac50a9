package org.splicespark.djl;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.List;
import org.splicespark.model.Flank;
import org.splicespark.train.Learner;
import org.splicespark.train.LearnerParameters;
import org.splicespark.train.TrainingBatch;
import org.splicespark.train.TrainingState;

/**
 * Trains on one device. Several may do so in one JVM, each in its thread: DJL's collector of
 * gradients, of which there is one per JVM, is not used.
 */
final class TorchLearner implements Learner {
  private final Flank flank;
  private final int threads;
  private final TrainedNames names;
  private final List<String> moving;
  private final MeanLoss loss;
  private final Descent descent;
  private final boolean moments;
  private final NDManager manager;
  private LearnerArrays arrays;

  TorchLearner(Flank flank, LearnerParameters parameters, Device device, int threads) {
    this.flank = flank;
    this.threads = threads;
    this.names = new TrainedNames(flank, parameters.freezing());
    this.moving = names.moving(flank);
    this.loss = new MeanLoss(parameters.loss());
    this.descent = Descent.of(parameters);
    this.moments = parameters.optimizer() == LearnerParameters.Optimizer.ADAMW;
    this.manager = NDManager.newBaseManager(device, "PyTorch");
  }

  @Override
  public int flank() {
    return flank.bases();
  }

  @Override
  public void restore(TrainingState state) {
    try (NoGradients plain = new NoGradients()) {
      // A thread of the JVM keeps the number it has first computed with until it is told another.
      JniUtils.setNumThreads(threads);
      LearnerArrays restored = arrays(state);
      if (arrays != null) {
        arrays.close();
      }
      arrays = restored;
    }
  }

  private LearnerArrays arrays(TrainingState state) {
    NDManager own = manager.newSubManager();
    try {
      return new LearnerArrays(state, flank, names, moments, own);
    } catch (RuntimeException e) {
      own.close();
      throw e;
    }
  }

  @Override
  public TrainingState state() {
    return arrays().state();
  }

  @Override
  public double step(TrainingBatch batch, double learningRate) {
    LearnerArrays current = checked(batch);
    // Opened first and closed last: what the step made is freed within the gate.
    try (Gradients recording = new Gradients();
        NDManager scratch = manager.newSubManager()) {
      Examples examples = Examples.of(batch, scratch);
      TrainingNet net = new TrainingNet(flank, names, current.byName());
      NDArray mean = loss.of(net.forward(examples.sequences()), examples.classes());
      NDArray one = mean.onesLike();
      JniUtils.backward((PtNDArray) mean, (PtNDArray) one, false, false);
      try (NoGradients plain = new NoGradients()) {
        NDArray gradient = current.takeGradient(scratch);
        descent.take(current, gradient, current.countStep(moving), learningRate);
        return mean.getFloat();
      }
    }
  }

  @Override
  public Answer evaluate(TrainingBatch batch) {
    LearnerArrays current = checked(batch);
    try (NoGradients plain = new NoGradients();
        NDManager scratch = manager.newSubManager()) {
      Examples examples = Examples.of(batch, scratch);
      // Running statistics do not look at the padding, so here it can be left out.
      SpliceNet net = new SpliceNet(flank, current.byName(), scratch);
      NDArray probabilities = net.forward(examples.sequences());
      double mean = loss.of(probabilities, examples.classes()).getFloat();
      return new Answer(mean, probabilities.toFloatArray());
    }
  }

  private LearnerArrays checked(TrainingBatch batch) {
    if (batch.length() != batch.labelled() + flank.bases()) {
      throw new IllegalArgumentException(
          batch.length() + " bases for " + batch.labelled() + " labels and " + flank);
    }
    return arrays();
  }

  private LearnerArrays arrays() {
    if (arrays == null) {
      throw new IllegalStateException("a learner needs a state first");
    }
    return arrays;
  }

  /** Of the learner's own; what a step makes is in a manager of the step. */
  NDManager manager() {
    return manager;
  }

  @Override
  public void close() {
    try (NoGradients plain = new NoGradients()) {
      manager.close();
    }
  }
}

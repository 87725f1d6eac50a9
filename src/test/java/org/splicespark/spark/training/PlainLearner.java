package org.splicespark.spark.training;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.splicespark.model.Compute;
import org.splicespark.model.Flank;
import org.splicespark.train.Learner;
import org.splicespark.train.LearnerParameters;
import org.splicespark.train.TrainingBatch;
import org.splicespark.train.TrainingState;

/**
 * Softmax regression on three neighbouring bases, in plain Java: gradient descent, or with momentum
 * where AdamW is asked for, so that there is a moment to average.
 */
class PlainLearner implements Learner {
  private static final int CLASSES = 3;
  private static final int INPUTS = 13;
  private static final double MOMENTUM = 0.9;

  private final Flank flank;
  private final boolean momentum;
  private float[] weights;
  private float[] moments;
  private long steps;

  PlainLearner(Flank flank, LearnerParameters parameters) {
    this.flank = flank;
    this.momentum = parameters.optimizer() == LearnerParameters.Optimizer.ADAMW;
  }

  static Learner open(Flank flank, LearnerParameters parameters, Compute compute) {
    return new PlainLearner(flank, parameters);
  }

  static TrainingState untrained(long seed) {
    Random random = new Random(seed);
    float[] weights = new float[CLASSES * INPUTS];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) random.nextGaussian() / 10;
    }
    return state(weights, new float[weights.length], 0);
  }

  @Override
  public int flank() {
    return flank.bases();
  }

  @Override
  public void restore(TrainingState state) {
    weights = state.tensors().get("weight").clone();
    float[] first = state.first().get("weight");
    moments = first == null ? new float[weights.length] : first.clone();
    steps = state.steps();
  }

  @Override
  public TrainingState state() {
    return state(weights.clone(), moments.clone(), steps);
  }

  private static TrainingState state(float[] weights, float[] moments, long steps) {
    Map<String, float[]> tensors = new LinkedHashMap<>(Map.of("weight", weights));
    Map<String, Long> counters = new LinkedHashMap<>(Map.of("batches", steps));
    Map<String, float[]> first = new LinkedHashMap<>(Map.of("weight", moments));
    return new TrainingState(tensors, counters, first, new LinkedHashMap<>(), steps);
  }

  @Override
  public double step(TrainingBatch batch, double learningRate) {
    double[] gradient = new double[weights.length];
    double loss = pass(batch, new float[batch.labels().length * CLASSES], gradient);
    for (int i = 0; i < weights.length; i++) {
      moments[i] = (float) (momentum ? MOMENTUM * moments[i] + gradient[i] : gradient[i]);
      weights[i] -= (float) (learningRate * moments[i]);
    }
    steps++;
    return loss;
  }

  @Override
  public Answer evaluate(TrainingBatch batch) {
    float[] probabilities = new float[batch.labels().length * CLASSES];
    double loss = pass(batch, probabilities, new double[weights.length]);
    return new Answer(loss, probabilities);
  }

  /** Fills N x 3 x L probabilities and adds up the mean gradient; the mean loss. */
  private double pass(TrainingBatch batch, float[] probabilities, double[] gradient) {
    int places = batch.labels().length;
    double loss = 0;
    for (int place = 0; place < places; place++) {
      int example = place / batch.labelled();
      int at = example * batch.length() + flank.bases() / 2 + place % batch.labelled();
      int[] inputs = inputs(batch.codes(), at);
      double[] p = softmax(inputs);
      int label = batch.labels()[place];
      for (int c = 0; c < CLASSES; c++) {
        int row = example * CLASSES + c;
        probabilities[row * batch.labelled() + place % batch.labelled()] = (float) p[c];
        for (int input : inputs) {
          gradient[c * INPUTS + input] +=
              label < CLASSES ? (p[c] - (label == c ? 1 : 0)) / places : 0;
        }
      }
      loss -= label < CLASSES ? Math.log(p[label]) / places : 0;
    }
    return loss;
  }

  /** Indexes of the inputs that are 1: a bias, and three bases. */
  private static int[] inputs(byte[] codes, int at) {
    int[] inputs = {12, -1, -1, -1};
    int count = 1;
    for (int side = -1; side <= 1; side++) {
      if (codes[at + side] < 4) {
        inputs[count++] = (side + 1) * 4 + codes[at + side];
      }
    }
    return Arrays.copyOf(inputs, count);
  }

  private double[] softmax(int[] inputs) {
    double[] p = new double[CLASSES];
    double sum = 0;
    for (int c = 0; c < CLASSES; c++) {
      for (int input : inputs) {
        p[c] += weights[c * INPUTS + input];
      }
      p[c] = Math.exp(p[c]);
      sum += p[c];
    }
    for (int c = 0; c < CLASSES; c++) {
      p[c] /= sum;
    }
    return p;
  }

  @Override
  public void close() {}
}

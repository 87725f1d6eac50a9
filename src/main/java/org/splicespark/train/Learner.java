package org.splicespark.train;

/**
 * A network that is being trained, on one device: the port to the tensor library. The same state,
 * batches and rates give the same bits, on one device and with one thread. Not safe for threads.
 */
public interface Learner extends AutoCloseable {

  /** The flank of the network, in bases. */
  int flank();

  /** Takes over a state; its arrays are copied. */
  void restore(TrainingState state);

  /** A copy of the state now. */
  TrainingState state();

  /**
   * One step of the optimizer.
   *
   * @return the mean loss of the batch before the step
   */
  double step(TrainingBatch batch, double learningRate);

  /**
   * The network's answers with running statistics; nothing is learned.
   *
   * @return the mean loss, and N x 3 x labelled probabilities (neither, acceptor, donor)
   */
  Answer evaluate(TrainingBatch batch);

  /**
   * @param probabilities row-major N x 3 x labelled
   */
  record Answer(double loss, float[] probabilities) {}

  @Override
  void close();
}

package org.splicespark.cli.bench;

/** A training that can be told to go on for a while. */
public interface StepTimer extends AutoCloseable {

  /**
   * Takes steps.
   *
   * @return seconds that they took together
   */
  double run(int steps);

  @Override
  void close();
}

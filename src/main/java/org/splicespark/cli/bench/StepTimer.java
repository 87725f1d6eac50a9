package org.splicespark.cli.bench;

/** A training that can be told to go on for a while. */
interface StepTimer extends AutoCloseable {

  /** Takes steps, and says what they took together. */
  Spent run(int steps);

  /**
   * What steps took.
   *
   * @param wall seconds on the clock
   * @param cpu seconds of all threads of the process; other work on the machine adds little to
   *     them, but threads that wait for one another may spin
   */
  record Spent(double wall, double cpu) {}

  @Override
  void close();
}

package org.splicespark.io.registry;

import java.time.Duration;

/**
 * How long a server is waited for.
 *
 * @param connect for a connection
 * @param silence without a byte, headers included
 * @param attempts in a row that bring nothing
 * @param pause before the second attempt; twice as long before each further one
 */
public record Patience(Duration connect, Duration silence, int attempts, Duration pause) {
  public static final Patience USUAL =
      new Patience(Duration.ofSeconds(20), Duration.ofSeconds(60), 5, Duration.ofSeconds(1));

  private static final Duration LONGEST = Duration.ofMinutes(1);

  /**
   * Before the next attempt.
   *
   * @param failures in a row, at least one
   * @param asked what the server asks for; zero if it does not
   */
  Duration pause(int failures, Duration asked) {
    Duration own = pause.multipliedBy(1L << Math.min(failures - 1, 16));
    Duration longer = own.compareTo(asked) > 0 ? own : asked;
    return longer.compareTo(LONGEST) < 0 ? longer : LONGEST;
  }
}

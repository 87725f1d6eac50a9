package org.splicespark.cli.bench.scale;

/**
 * Where a cluster keeps its files; said by the user, since no cluster is at hand.
 *
 * @param latencySeconds of a request
 * @param streamBytes per second of one stream that reads and writes
 */
public record Storage(double latencySeconds, double streamBytes) {
  /** As the pieces of a joined file are. */
  private static final double SHORTEST_PIECE = 8L << 20;

  private static final double MOST_PIECES = 1000;

  private static final int CUTS_PER_TASK = 16;

  /** Seconds to find where to cut, one cut after the other. */
  double cutsAlone(int parts) {
    return parts * latencySeconds;
  }

  /** The same by tasks. */
  double cutsByTasks(int parts, int slots) {
    int tasks = Math.max(1, Math.min(slots, parts / CUTS_PER_TASK));
    return Math.ceil((double) parts / tasks) * latencySeconds;
  }

  /** Seconds to join parts through one stream. */
  double oneStream(double bytes, int parts) {
    return parts * latencySeconds + bytes / streamBytes;
  }

  /** Seconds to join them in pieces, as many at a time as there are slots. */
  double pieces(double bytes, int parts, int slots) {
    double pieces = Math.min(MOST_PIECES, Math.max(1, Math.ceil(bytes / SHORTEST_PIECE)));
    double rounds = Math.ceil(pieces / slots);
    return rounds * oneStream(bytes / pieces, (int) Math.ceil(parts / pieces));
  }
}

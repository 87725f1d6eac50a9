package org.splicespark.cli.bench.scale;

import java.util.PriorityQueue;

/**
 * How a stage of tasks goes: a simulation of events. Tasks start in their order, each on the core
 * that is free first, and none before the driver has sent it.
 *
 * @param seconds from the first task's sending to the last one's end
 * @param busySeconds of all cores together
 * @param slowestSeconds the longest task
 */
record Schedule(double seconds, double busySeconds, double slowestSeconds) {

  private record Core(double free, boolean fresh) implements Comparable<Core> {
    @Override
    public int compareTo(Core other) {
      return Double.compare(free, other.free);
    }
  }

  /**
   * @param taskSeconds what each task takes on a core that is warm
   */
  static Schedule of(double[] taskSeconds, Cluster cluster) {
    PriorityQueue<Core> cores = new PriorityQueue<>();
    for (int i = 0; i < Math.min(cluster.slots(), taskSeconds.length); i++) {
      cores.add(new Core(0, true));
    }
    double driver = 0;
    double last = 0;
    double busy = 0;
    double slowest = 0;
    for (double task : taskSeconds) {
      Core core = cores.remove();
      driver = Math.max(driver, core.free()) + cluster.dispatchSeconds();
      double length = task + (core.fresh() ? cluster.openSeconds() : 0);
      cores.add(new Core(driver + length, false));
      last = Math.max(last, driver + length);
      busy += length;
      slowest = Math.max(slowest, length);
    }
    return new Schedule(last, busy, slowest);
  }

  /** How much of the cores' time was work. */
  double efficiency(Cluster cluster) {
    return seconds == 0 ? 1 : busySeconds / (seconds * cluster.slots());
  }
}

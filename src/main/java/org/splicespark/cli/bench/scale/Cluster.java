package org.splicespark.cli.bench.scale;

/**
 * Machines that run tasks.
 *
 * @param executors all there from the start
 * @param cores of each; as many tasks at a time
 * @param openSeconds that the first task on each core takes longer: models, genome
 * @param dispatchSeconds that the driver needs for each task, one after the other
 */
record Cluster(int executors, int cores, double openSeconds, double dispatchSeconds) {

  Cluster {
    if (executors < 1 || cores < 1 || openSeconds < 0 || dispatchSeconds < 0) {
      throw new IllegalArgumentException("no cluster: " + executors + " x " + cores);
    }
  }

  int slots() {
    return Math.multiplyExact(executors, cores);
  }
}

package org.splicespark.cli.bench.scale;

import java.util.List;

/**
 * What a simulation is fed with, from a run that was measured.
 *
 * @param cost of a task on a core that is warm
 * @param openSeconds that the first task on each core took longer
 * @param dispatchSeconds that the driver needs for each task
 */
record RunInputs(TaskCost cost, double openSeconds, double dispatchSeconds) {

  /**
   * @param slots tasks at a time in that run; as many tasks, those that ended first, were the first
   *     on their cores
   */
  static RunInputs of(RunCosts run, int slots, double dispatchSeconds) {
    int fresh = Math.min(slots, run.tasks().size());
    List<RunCosts.Task> warm = run.tasks().subList(fresh, run.tasks().size());
    TaskCost cost = TaskCost.fitted(warm);
    double longer =
        run.tasks().subList(0, fresh).stream()
            .mapToDouble(
                t -> t.seconds() - cost.seconds(new CohortParts.Part(t.records(), t.scored())))
            .average()
            .orElse(0);
    return new RunInputs(cost, Math.max(0, longer), dispatchSeconds);
  }

  Cluster cluster(int executors, int cores) {
    return new Cluster(executors, cores, openSeconds, dispatchSeconds);
  }

  Schedule schedule(List<CohortParts.Part> parts, Cluster cluster) {
    return Schedule.of(parts.stream().mapToDouble(cost::seconds).toArray(), cluster);
  }
}

package org.splicespark.spark.survey;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.splicespark.model.Compute;
import org.splicespark.spark.ExecutorResources;
import org.splicespark.spark.TaskCompute;

/** A look around from inside a task: one for each JVM and device, however many tasks ask. */
final class TaskLook {
  /** Long enough for tasks to reach the other executors too. */
  private static final int PAUSE_MILLIS = 200;

  private TaskLook() {}

  static HostFacts facts(HostProbe probe, String place, Compute wanted)
      throws InterruptedException {
    Compute compute = TaskCompute.of(wanted);
    HostFacts facts =
        ExecutorResources.get(
                new Key(probe.paths(), compute),
                Once.class,
                () -> new Once(probe.look(place, compute)))
            .facts();
    TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    return facts;
  }

  private record Key(List<String> paths, Compute compute) {}

  private record Once(HostFacts facts) implements AutoCloseable {
    @Override
    public void close() {
      // Nothing is open.
    }
  }
}

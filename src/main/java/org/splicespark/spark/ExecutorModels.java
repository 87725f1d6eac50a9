package org.splicespark.spark;

import org.apache.spark.broadcast.Broadcast;
import org.splicespark.model.Compute;
import org.splicespark.model.ModelOpener;
import org.splicespark.model.ModelSource;
import org.splicespark.model.SpliceModel;

/** One copy of a model per executor and device. */
public final class ExecutorModels {
  private ExecutorModels() {}

  private record Key(String model, Compute compute) {}

  /**
   * The model that this task is to use.
   *
   * @param key of the source, known without touching the broadcast
   * @param wanted see {@link TaskCompute}
   */
  public static SpliceModel ofTask(
      String key, Broadcast<ModelSource> source, ModelOpener opener, Compute wanted) {
    Compute compute = TaskCompute.of(wanted);
    return ExecutorResources.get(
        new Key(key, compute), SpliceModel.class, () -> opener.open(source.value(), compute));
  }
}

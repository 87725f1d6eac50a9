package org.splicespark.spark;

import java.util.Map;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.resource.ResourceInformation;
import org.splicespark.model.Compute;
import org.splicespark.model.ModelOpener;
import org.splicespark.model.ModelSource;
import org.splicespark.model.SpliceModel;

/** One copy of a model per executor and device. */
final class ExecutorModels {
  private static final String AUTO = "auto";

  private ExecutorModels() {}

  private record Key(String model, Compute compute) {}

  /**
   * The model that this task is to use.
   *
   * @param key of the source, known without touching the broadcast
   * @param wanted its device may be {@code auto}, for the one that Spark gave the task
   */
  static SpliceModel ofTask(
      String key, Broadcast<ModelSource> source, ModelOpener opener, Compute wanted) {
    String device = wanted.device().equals(AUTO) ? deviceOfTask() : wanted.device();
    Compute compute = new Compute(device, threadsOfTask(), wanted.math());
    return ExecutorResources.get(
        new Key(key, compute), SpliceModel.class, () -> opener.open(source.value(), compute));
  }

  /**
   * One torch thread per task unless a task has more cores: measured, two tasks of one beat one of
   * two.
   */
  private static int threadsOfTask() {
    return SparkEnv.get().conf().getInt("spark.task.cpus", 1);
  }

  /**
   * The first GPU address of the task, as Spark's scheduler handed it out; the CPU where it has
   * none.
   */
  private static String deviceOfTask() {
    Map<String, ResourceInformation> resources = TaskContext.get().resourcesJMap();
    ResourceInformation gpu = resources.get("gpu");
    return gpu == null || gpu.addresses().length == 0 ? "cpu" : "cuda:" + gpu.addresses()[0];
  }
}

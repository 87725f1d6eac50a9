package org.splicespark.spark;

import java.util.Map;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.resource.ResourceInformation;
import org.splicespark.model.Compute;

/** Where and how a task computes, of what was asked for and what Spark gave it. */
public final class TaskCompute {
  private static final String AUTO = "auto";

  private TaskCompute() {}

  /**
   * To be asked inside a task.
   *
   * @param wanted its device may be {@code auto}, for the one that Spark gave the task; its threads
   *     may be 0, for as many as the task has cores (measured: two tasks of one thread beat one of
   *     two)
   */
  public static Compute of(Compute wanted) {
    String device = wanted.device().equals(AUTO) ? deviceOfTask() : wanted.device();
    int threads = wanted.threads() == 0 ? coresOfTask() : wanted.threads();
    return new Compute(device, threads, wanted.math());
  }

  private static int coresOfTask() {
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

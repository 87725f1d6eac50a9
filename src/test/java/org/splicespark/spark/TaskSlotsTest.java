package org.splicespark.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskSlotsTest {
  private static TaskSlots slots(String master, String settings) {
    SparkConf conf = new SparkConf(false).setMaster(master);
    for (String setting : settings.isEmpty() ? new String[0] : settings.split(" ")) {
      String[] parts = setting.split("=");
      conf.set("spark." + parts[0], parts[1]);
    }
    return TaskSlots.of(conf);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "local # '' # 1",
        "local[3] # '' # 3",
        "local[7,4] # '' # 7",
        "local[7] # task.cpus=2 # 3",
        "local-cluster[2,3,1024] # '' # 6",
        "local-cluster[2,3,1024] # task.cpus=3 # 2",
        "yarn # executor.instances=4 # 4",
        "yarn # executor.instances=4 executor.cores=8 task.cpus=4 # 8",
        "spark://host:7077 # cores.max=12 # 12",
        "yarn # '' # -1",
        "yarn # executor.instances=4 dynamicAllocation.enabled=true # -1",
      })
  void tasksAtATimeFollowFromMasterAndSettingsWhereTheySay(
      String master, String settings, int expected) {
    assertEquals(expected, slots(master, settings).count().orElse(-1));
  }

  @Test
  void allCoresAreThoseOfTheMachine() {
    int cores = Runtime.getRuntime().availableProcessors();
    assertEquals(cores, slots("local[*]", "").count().orElse(-1));
    assertEquals(cores, slots("local[*,3]", "").count().orElse(-1));
  }

  @ParameterizedTest
  @CsvSource({"local[6], 1, 6", "local[6], 2, 3", "local[6], 4, 1", "local[2], 3, 1", "yarn, 2, 0"})
  void coresOfOneMachineAreDealtOutAndAClusterKnowsItself(String master, int tasks, int expected) {
    assertEquals(expected, slots(master, "").threads(tasks));
  }

  @Test
  void aSessionThatNobodyConfiguredHasASlotForEachWorker() {
    int cores = Runtime.getRuntime().availableProcessors();
    assertEquals("local[*]", Sessions.localWith(cores));
    assertEquals("local[" + (cores + 1) + "]", Sessions.localWith(cores + 1));
  }
}

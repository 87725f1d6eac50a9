package org.splicespark.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.yarn.conf.YarnConfiguration;
import org.apache.hadoop.yarn.server.MiniYARNCluster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar for clusters on YARN: a resource manager and a node manager that watches memory. */
@Tag("cluster")
class YarnTest {
  private static final Path DEMO = Path.of("models", "demo").toAbsolutePath();
  private static final String VARIANT =
      "variant -R DEMO/genome.fa.gz -A DEMO/genes.gff3 -m DEMO/model_80nt.pt -I DEMO/variants.vcf";

  @TempDir static Path disk;
  private static MiniYARNCluster cluster;
  private static Submission submission;

  @BeforeAll
  static void start() throws Exception {
    YarnConfiguration configuration = new YarnConfiguration();
    configuration.setBoolean(YarnConfiguration.NM_VMEM_CHECK_ENABLED, false);
    configuration.setInt(YarnConfiguration.NM_PMEM_MB, 8192);
    configuration.setInt(YarnConfiguration.NM_VCORES, 8);
    configuration.setFloat(YarnConfiguration.NM_MAX_PER_DISK_UTILIZATION_PERCENTAGE, 100);
    configuration.set("yarn.scheduler.capacity.root.queues", "default");
    configuration.set("yarn.scheduler.capacity.root.default.capacity", "100");
    configuration.set("yarn.scheduler.capacity.maximum-am-resource-percent", "1.0");
    cluster = new MiniYARNCluster("yarn", 1, 1, 1);
    cluster.init(configuration);
    cluster.start();
    Path conf = Files.createDirectory(disk.resolve("conf"));
    try (OutputStream out = Files.newOutputStream(conf.resolve("yarn-site.xml"))) {
      cluster.getConfig().writeXml(out);
    }
    submission = Submission.prepared(disk, Map.of("HADOOP_CONF_DIR", conf.toString()));
  }

  @AfterAll
  static void stop() {
    cluster.stop();
  }

  @Test
  void withTheDriverHereOrThereTheBytesAreThoseOfOneJvm() throws Exception {
    Path here = disk.resolve("here.vcf.gz");
    String run = VARIANT.replace("DEMO", DEMO.toString()) + " --partitions 4 -O ";
    Ended.of((run + here + " --master local[2]").split(" ")).requireDone();
    for (String mode : List.of("client", "cluster")) {
      Path there = disk.resolve(mode + ".vcf.gz");
      Ended ended = yarn(mode, run + there).requireDone();
      assertArrayEquals(Files.readAllBytes(here), Files.readAllBytes(there), mode);
      assertTrue(ended.err().contains("application_"), ended.err());
    }
  }

  @Test
  void aRunThatFailsInAContainerIsSeenToHaveFailed() throws Exception {
    Path there = disk.resolve("none.vcf.gz");
    Ended ended = yarn("cluster", VARIANT.replace("DEMO", "/nowhere") + " -O " + there);
    assertNotEquals(0, ended.code());
    assertTrue(ended.err().contains("splicespark ended with exit code 3"), ended.err());
    assertTrue(Files.notExists(there));
  }

  @Test
  void theDoctorFindsTheExecutorsWell() throws Exception {
    Ended ended = yarn("client", "doctor -m " + DEMO.resolve("model_80nt.pt") + " " + DEMO);
    assertEquals(0, ended.code(), ended.err());
    assertTrue(ended.err().contains("2 of 2 executors answered"), ended.err());
    assertTrue(ended.err().contains("libtorch ran a network on cpu [executor 1 on"), ended.err());
  }

  private static Ended yarn(String mode, String command) throws IOException, InterruptedException {
    List<String> line =
        new ArrayList<>(List.of("submit/yarn", "--deploy-mode", mode, "--num-executors", "2"));
    line.addAll(List.of("--executor-cores", "1", "--executor-memory", "700m"));
    line.addAll(List.of("--driver-memory", "700m"));
    for (String setting :
        List.of(
            "spark.executor.memoryOverhead=900m",
            "spark.driver.memoryOverhead=600m",
            "spark.ui.enabled=false",
            "spark.scheduler.minRegisteredResourcesRatio=1.0",
            "spark.scheduler.maxRegisteredResourcesWaitingTime=120s",
            "spark.yarn.jars=local:" + disk.resolve("spark/jars") + "/*")) {
      line.addAll(List.of("--conf", setting));
    }
    line.add("--");
    line.addAll(Arrays.asList(command.split(" ")));
    return submission.run(line.toArray(String[]::new));
  }
}

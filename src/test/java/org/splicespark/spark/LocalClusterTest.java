package org.splicespark.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.splicespark.testing.LocalCluster;

/** The job on executors that are JVMs of their own, each with a GPU that is not there. */
@Tag("spark")
class LocalClusterTest {
  @TempDir Path folder;

  @Test
  void eachExecutorLoadsTheModelOnceOnItsOwnGpuAndTheResultIsThatOfOneJvm() throws IOException {
    Bench bench = new Bench(folder);
    bench.write("in.vcf", VcfMaker.HEADER + new VcfMaker(bench).records(240));
    bench.run("in.vcf", "local.vcf.gz").partitions(8).go();

    Path note = folder.resolve("in.note");
    bench.source = Openers.newSource();
    bench.opener = Openers.noting(note.toString());
    VariantReport report = onCluster(bench);

    assertEquals(8, report.parts());
    List<String[]> loads = Files.readAllLines(note).stream().map(line -> line.split("\t")).toList();
    assertEquals(2, loads.size(), Files.readString(note));
    Set<String> pids = column(loads, 0);
    assertEquals(2, pids.size(), "one load in each of two JVMs");
    assertFalse(pids.contains("" + ProcessHandle.current().pid()), "and none in the driver's");
    assertEquals(2, column(loads, 1).size());
    assertEquals(Set.of("cuda:3", "cuda:5"), column(loads, 2));
    for (String suffix : List.of("", ".tbi")) {
      assertArrayEquals(
          Files.readAllBytes(bench.path("local.vcf.gz" + suffix)),
          Files.readAllBytes(bench.path("cluster.vcf.gz" + suffix)));
    }
  }

  private VariantReport onCluster(Bench bench) throws IOException {
    var session = LocalCluster.start(gpus());
    try {
      var spark = new JavaSparkContext(session.sparkContext());
      // The executors' working directories are others than the driver's.
      return bench.run("in.vcf", "cluster.vcf.gz").relative().partitions(8).go(spark);
    } finally {
      session.stop();
    }
  }

  private Map<String, String> gpus() throws IOException {
    Map<String, String> settings = new HashMap<>();
    settings.put("spark.worker.resource.gpu.amount", "1");
    settings.put("spark.worker.resource.gpu.discoveryScript", script().toString());
    settings.put("spark.executor.resource.gpu.amount", "1");
    settings.put("spark.task.resource.gpu.amount", "1");
    return settings;
  }

  /** The first to ask has GPU 3, the next GPU 5. */
  private Path script() throws IOException {
    Path script = folder.resolve("in.gpus.sh");
    Files.writeString(
        script,
        "#!/bin/sh\nmkdir '"
            + folder.resolve("in.first")
            + "' 2>/dev/null && gpu=3 || gpu=5\n"
            + "echo \"{\\\"name\\\":\\\"gpu\\\",\\\"addresses\\\":[\\\"$gpu\\\"]}\"\n");
    script.toFile().setExecutable(true);
    return script;
  }

  private static Set<String> column(List<String[]> lines, int column) {
    return lines.stream().map(line -> line[column]).collect(Collectors.toSet());
  }
}

package org.splicespark.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.splicespark.spark.watch.RunWatch;
import org.splicespark.testing.SharedSpark;

/** What is noted of a run. */
@Tag("spark")
class RunWatchTest {
  @TempDir Path folder;

  private List<String[]> costs() throws Exception {
    Path file = folder.resolve("costs.tsv");
    RunWatch watch = new RunWatch(new SparkConf().set(RunWatch.FILE, file.toString()));
    var spark = SharedSpark.context().sc();
    spark.addSparkListener(watch);
    try {
      Bench bench = new Bench(folder);
      bench.write("in.vcf", VcfMaker.HEADER + new VcfMaker(bench).records(60));
      bench.run("in.vcf", "out.vcf.gz").partitions(4).go();
      spark.listenerBus().waitUntilEmpty();
    } finally {
      spark.removeSparkListener(watch);
    }
    watch.write(System.currentTimeMillis());
    return Files.readAllLines(file).stream().map(line -> line.split("\t")).toList();
  }

  private static List<String[]> of(List<String[]> lines, String kind) {
    return lines.stream().filter(fields -> fields[0].equals(kind)).toList();
  }

  @Test
  void aRunOfVariantShufflesNothingAndItsTasksHaveAllRecords() throws Exception {
    List<String[]> lines = costs();
    List<String[]> tasks = of(lines, "task");
    assertEquals(4, tasks.size());
    assertEquals(60, tasks.stream().mapToLong(task -> Long.parseLong(task[5])).sum());
    assertTrue(tasks.stream().mapToLong(task -> Long.parseLong(task[6])).sum() > 0);
    tasks.forEach(task -> assertEquals("0", task[4], Arrays.toString(task)));
    tasks.forEach(task -> assertTrue(Long.parseLong(task[3]) < 10_000, Arrays.toString(task)));
    String[] job = of(lines, "job").get(0);
    assertTrue(job[1].startsWith("score ") && job[1].endsWith("in.vcf"), job[1]);
    assertTrue(Double.parseDouble(job[2]) <= Double.parseDouble(job[3]));
    assertTrue(Long.parseLong(of(lines, "broadcast").get(0)[1]) > 0);
    assertTrue(Long.parseLong(of(lines, "heap").get(0)[1]) > 0);
  }

  @Test
  void withoutAFileToWriteToItSaysWhichSettingIsMissing() throws IOException {
    var failure = assertThrows(IllegalArgumentException.class, () -> new RunWatch(new SparkConf()));
    assertTrue(failure.getMessage().contains(RunWatch.FILE));
  }
}

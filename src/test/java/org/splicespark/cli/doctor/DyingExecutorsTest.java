package org.splicespark.cli.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.splicespark.model.Compute;
import org.splicespark.spark.survey.NetworkProbe;
import org.splicespark.spark.survey.Survey;
import org.splicespark.testing.LocalCluster;

/** Executors that end as a cluster's do for their memory, or when native code crashes. */
@Tag("spark")
@Tag("chaos")
class DyingExecutorsTest {
  private static final int STATUS = 52;
  private static final NetworkProbe DEADLY =
      compute -> {
        Runtime.getRuntime().halt(STATUS);
        return null;
      };

  @TempDir Path folder;

  @Test
  void theyAreDiagnosedAndEverythingElseIsLookedAt() throws Exception {
    String file = Files.writeString(folder.resolve("in.vcf"), "x").toString();
    Compute cpu = new Compute("cpu", 1, Compute.MathMode.FP32);
    var session = LocalCluster.start(Map.of("spark.task.maxFailures", "1"));
    try {
      var spark = new JavaSparkContext(session.sparkContext());
      var facts = Diagnosis.Gathered.of(spark, new Survey(spark, List.of(file), DEADLY), cpu);
      var verdict = new Diagnosis(spark.version(), "cpu", 80, 1).of(facts);
      String lines = String.join("\n", verdict.lines());
      assertFalse(verdict.healthy(), lines);
      assertEquals(List.of(), facts.executors());
      requireThere(lines, "FAIL  spark    executors did not live to answer: Job aborted");
      requireThere(lines, "code " + STATUS, "memory ", "ok    java", "in.vcf: can be read");
      assertFalse(lines.contains("\tat "), "no stack trace");
    } finally {
      session.stop();
    }
  }

  private static void requireThere(String lines, String... parts) {
    for (String part : parts) {
      assertTrue(lines.contains(part), lines);
    }
  }
}

package org.splicespark.cli.doctor;

import java.util.ArrayList;
import java.util.List;
import org.splicespark.spark.survey.SparkFacts;

/** Of Spark: its version, its settings, its executors. */
final class SparkCheck {
  private SparkCheck() {}

  /**
   * @param built version of the Spark that this program was built for
   */
  static List<Finding> of(Diagnosis.Gathered facts, String built) {
    SparkFacts spark = facts.spark();
    List<Finding> findings = new ArrayList<>();
    findings.add(version(spark, built));
    if (!spark.serializesAsJavaDoes()) {
      findings.add(
          Finding.fail(
              "spark",
              "spark.serializer is "
                  + spark.serializer()
                  + ", which cannot carry records; use the Java serializer (submit/cluster --cpu)"));
    }
    if (!spark.local()) {
      findings.add(
          facts.failure().isEmpty()
              ? executors(facts.executors().size(), facts.known())
              : failed(facts.failure()));
    }
    return findings;
  }

  private static Finding version(SparkFacts spark, String built) {
    String says = spark.version() + " at " + spark.master();
    return line(spark.version()).equals(line(built))
        ? Finding.ok("spark", says)
        : Finding.fail(
            "spark",
            says
                + ", and this program is built for "
                + built
                + "; SPLICESPARK_SPARK_LINE=4 or 3.5 builds it for the other");
  }

  /** 3.5 of 3.5.9; 4 of all of 4. */
  private static String line(String version) {
    return version.startsWith("4.") ? "4" : version.replaceFirst("^(\\d+\\.\\d+).*", "$1");
  }

  private static Finding failed(String why) {
    return Finding.fail(
        "spark",
        "executors did not live to answer: "
            + why
            + "; if the cluster ended them for their memory, give more"
            + " spark.executor.memoryOverhead or fewer cores; else their own logs say more (stderr of"
            + " a worker's application, yarn logs, kubectl logs)");
  }

  private static Finding executors(int found, int known) {
    if (found == 0) {
      return Finding.fail(
          "spark", "no executor; are there workers with the cores and the memory asked for?");
    }
    String says = found + " of " + known + " executors answered";
    return found < known
        ? Finding.warn("spark", says + "; the others are not there yet, or busy")
        : Finding.ok("spark", says);
  }
}

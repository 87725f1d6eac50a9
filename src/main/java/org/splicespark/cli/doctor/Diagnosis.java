package org.splicespark.cli.doctor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.splicespark.model.Compute;
import org.splicespark.spark.survey.HostFacts;
import org.splicespark.spark.survey.SparkFacts;
import org.splicespark.spark.survey.Survey;

/**
 * All checks on all facts; the same finding of several executors is one line.
 *
 * @param built version of the Spark that this program was built for
 * @param device as it was asked for
 */
public record Diagnosis(String built, String device, int flank, int members) {

  /**
   * What was gathered.
   *
   * @param executors those that answered; empty where the driver does the work
   * @param known executors that Spark knows
   * @param failure in one line, why executors could not be asked; empty where nothing went wrong
   */
  public record Gathered(
      SparkFacts spark, HostFacts driver, List<HostFacts> executors, int known, String failure) {

    Gathered(SparkFacts spark, HostFacts driver, List<HostFacts> executors, int known) {
      this(spark, driver, executors, known, "");
    }

    /** Looks around, in all JVMs that there are. */
    public static Gathered of(JavaSparkContext context, Survey survey, Compute wanted) {
      if (SparkFacts.isLocal(context)) {
        return new Gathered(SparkFacts.of(context, 0), survey.ofOneJvm(wanted), List.of(), 0);
      }
      HostFacts driver = survey.ofDriver();
      SparkFacts before = SparkFacts.of(context, survey.executors());
      Survey.Answers answers = survey.ofExecutors(wanted);
      List<HostFacts> hosts = answers.hosts();
      if (!answers.failure().isEmpty()) {
        // Spark may have stopped, and then can be asked nothing.
        return new Gathered(before, driver, hosts, hosts.size(), answers.failure());
      }
      int known = survey.executors();
      return new Gathered(SparkFacts.of(context, known), driver, hosts, known);
    }
  }

  /** Lines to print, and whether a run could be begun. */
  public record Verdict(List<String> lines, boolean healthy) {}

  public Verdict of(Gathered facts) {
    Map<Finding, List<String>> found = new LinkedHashMap<>();
    SparkCheck.of(facts, built).forEach(finding -> note(found, finding, ""));
    if (!facts.spark().local() && facts.executors().isEmpty()) {
      note(found, new MemoryCheck(flank, members).ofExecutor(facts.spark()), "");
    }
    worker(facts.spark(), facts.driver()).forEach(f -> note(found, f, facts.driver().place()));
    PathCheck.of(facts.driver()).forEach(f -> note(found, f, facts.driver().place()));
    for (HostFacts executor : facts.executors()) {
      List<Finding> findings = worker(facts.spark(), executor);
      findings.addAll(PathCheck.of(facts.driver(), executor));
      String place = executor.place() + " on " + executor.machine().host();
      findings.forEach(finding -> note(found, finding, place));
    }
    return verdict(found, !facts.executors().isEmpty());
  }

  private static void note(Map<Finding, List<String>> found, Finding finding, String place) {
    found.computeIfAbsent(finding, f -> new ArrayList<>()).add(place);
  }

  private List<Finding> worker(SparkFacts spark, HostFacts facts) {
    List<Finding> findings = new ArrayList<>(HostCheck.of(facts));
    if (facts.network() != null) {
      findings.addAll(NetworkCheck.of(facts.network(), device));
      findings.addAll(new MemoryCheck(flank, members).of(spark, facts.machine()));
    }
    return findings;
  }

  /**
   * @param places whether there is more than one, so that it must be said where
   */
  private static Verdict verdict(Map<Finding, List<String>> found, boolean places) {
    List<String> lines = new ArrayList<>();
    boolean healthy = true;
    for (Map.Entry<Finding, List<String>> entry : found.entrySet()) {
      lines.add(entry.getKey().line(places ? String.join(", ", entry.getValue()) : ""));
      healthy &= entry.getKey().level() != Finding.Level.FAIL;
    }
    return new Verdict(lines, healthy);
  }
}

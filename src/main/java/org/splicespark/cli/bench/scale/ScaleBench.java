package org.splicespark.cli.bench.scale;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.splicespark.genome.Annotation;
import org.splicespark.genome.Genome;
import org.splicespark.simulate.CohortParameters;

/**
 * Runs of {@code variant} on a made-up cohort with more and more executors, and what they say of
 * clusters that are larger; as tables in Markdown.
 */
public final class ScaleBench {
  private static final int[] PARTS_PER_CORE = {1, 2, 4, 8, 16, 32};

  private final Genome genome;
  private final Annotation annotation;
  private final Path folder;
  private final PrintStream out;

  /**
   * @param folder for the cohort and what is made of it
   */
  public ScaleBench(Genome genome, Annotation annotation, Path folder, PrintStream out) {
    this.genome = genome;
    this.annotation = annotation;
    this.folder = folder;
    this.out = out;
  }

  /**
   * What to measure.
   *
   * @param records of the cohort to write and to score, its first ones
   * @param executors counts of them, a run each; ascending
   * @param cluster runs {@code variant} on the cohort's file
   * @param costs of such runs if they were made before, for each of the counts; else empty
   * @param dispatchSeconds of a task, on the driver
   */
  public record Real(
      long records,
      List<Integer> executors,
      ClusterRun cluster,
      List<Path> costs,
      double dispatchSeconds) {}

  /**
   * What to simulate.
   *
   * @param cohort of any size
   * @param cores of an executor
   */
  public record Simulated(
      CohortParameters cohort, List<Integer> executors, int cores, Storage storage) {}

  /** Where the cohort is written. */
  public static Path cohort(Path folder) {
    return folder.resolve("cohort.vcf.gz");
  }

  public void run(Real real, Simulated simulated) throws IOException {
    CohortFile file = CohortFile.write(genome, simulated.cohort(), real.records(), cohort(folder));
    print(
        "The first %d records of the cohort, %d samples: %.3f GB of text, %.4f GB as BGZF, written in %.0f s; a copy of it through one"
            + " stream: %.0f MB/s.%n%n",
        file.records(),
        simulated.cohort().samples(),
        1e-9 * file.textBytes(),
        1e-9 * file.bytes(),
        file.seconds(),
        1e-6 * file.copied());
    List<RunCosts> runs = new ArrayList<>();
    for (int i = 0; i < real.executors().size(); i++) {
      boolean made = !real.costs().isEmpty();
      runs.add(
          RunCosts.read(made ? real.costs().get(i) : real.cluster().run(real.executors().get(i))));
    }
    RunInputs inputs = RunInputs.of(runs.get(0), real.executors().get(0), real.dispatchSeconds());
    printRuns(real.executors(), runs, inputs);
    Forecast forecast =
        Forecast.of(inputs, genome, annotation, simulated.cohort(), file.bytesPerRecord());
    printInputs(inputs, forecast);
    printStages(forecast, simulated);
    printCuts(forecast, simulated);
    printDriver(forecast, simulated);
    Files.deleteIfExists(file.path());
  }

  private void printRuns(List<Integer> executors, List<RunCosts> runs, RunInputs inputs) {
    print(
        "| executors | parts | whole command s | scoring s | times | simulated s | slowest task s | share of scoring |"
            + " shuffled bytes | to the driver, bytes per part | broadcast MB | driver's heap MB | after scoring s |%n");
    dashes(13);
    for (int i = 0; i < runs.size(); i++) {
      RunCosts run = runs.get(i);
      double scoring = run.scoring().seconds();
      List<CohortParts.Part> parts =
          run.tasks().stream()
              .map(task -> new CohortParts.Part(task.records(), task.scored()))
              .toList();
      print(
          "| %d | %d | %.1f | %.1f | %.2f | %.1f | %.1f | %.0f %% | %d | %d | %.1f | %.0f | %.1f |%n",
          executors.get(i),
          parts.size(),
          run.seconds(),
          scoring,
          runs.get(0).scoring().seconds() / scoring,
          inputs.schedule(parts, inputs.cluster(executors.get(i), 1)).seconds(),
          run.slowestTask(),
          100 * run.slowestTask() / scoring,
          run.shuffledBytes(),
          run.collectedBytes() / parts.size(),
          1e-6 * run.broadcastBytes(),
          1e-6 * run.heapBytes(),
          run.secondsAfterScoring());
    }
  }

  private void printInputs(RunInputs inputs, Forecast forecast) {
    TaskCost cost = inputs.cost();
    print(
        "%nA task: %.3f s, %.5f s a record, %.4f s a score; the first on a core %.1f s more; the driver %.2f ms each."
            + " The whole cohort: %d records, %.3f GB as BGZF.%n%n",
        cost.each(),
        cost.perRecord(),
        cost.perScored(),
        inputs.openSeconds(),
        1e3 * inputs.dispatchSeconds(),
        forecast.records(),
        1e-9 * forecast.bytes());
  }

  private void printStages(Forecast forecast, Simulated simulated) {
    double one = forecast.on(1, 1).schedule().seconds();
    print(
        "| executors | cores | parts | records a part | scoring s | times one core | cores at work | slowest task s |"
            + " share of scoring |%n");
    dashes(9);
    for (int executors : simulated.executors()) {
      Forecast.Stage stage = forecast.on(executors, simulated.cores());
      double seconds = stage.schedule().seconds();
      print(
          "| %d | %d | %d | %d | %.0f | %.0f | %.0f %% | %.1f | %.1f %% |%n",
          executors,
          stage.cluster().slots(),
          stage.parts(),
          forecast.records() / stage.parts(),
          seconds,
          one / seconds,
          100 * stage.schedule().efficiency(stage.cluster()),
          stage.schedule().slowestSeconds(),
          100 * stage.schedule().slowestSeconds() / seconds);
    }
  }

  private void printCuts(Forecast forecast, Simulated simulated) {
    int executors = simulated.executors().get(simulated.executors().size() - 1);
    print("%nParts per core, %d executors:%n%n", executors);
    print("| parts per core | parts | scoring s | cores at work | slowest task s |%n");
    dashes(5);
    for (int each : PARTS_PER_CORE) {
      Forecast.Stage stage = forecast.with(each, executors, simulated.cores());
      print(
          "| %d | %d | %.1f | %.0f %% | %.1f |%n",
          each,
          stage.parts(),
          stage.schedule().seconds(),
          100 * stage.schedule().efficiency(stage.cluster()),
          stage.schedule().slowestSeconds());
    }
  }

  private void printDriver(Forecast forecast, Simulated simulated) throws IOException {
    Storage storage = simulated.storage();
    print(
        "%nBeside scoring; storage of %.0f ms a request and %.0f MB/s a stream (assumed), notes and index (measured):%n%n",
        1e3 * storage.latencySeconds(), 1e-6 * storage.streamBytes());
    print(
        "| executors | cutting: driver s | tasks s | sending tasks s | notes of parts MB | index s | joining: one stream s |"
            + " pieces s |%n");
    dashes(8);
    for (int executors : simulated.executors()) {
      Forecast.Stage stage = forecast.on(executors, simulated.cores());
      int parts = stage.parts();
      int slots = stage.cluster().slots();
      PartNotes notes = PartNotes.of(genome, simulated.cohort(), parts);
      print(
          "| %d | %.1f | %.1f | %.1f | %.1f | %.2f | %.0f | %.0f |%n",
          executors,
          storage.cutsAlone(parts),
          storage.cutsByTasks(parts, slots),
          parts * stage.cluster().dispatchSeconds(),
          1e-6 * notes.bytes(),
          notes.mergeSeconds(),
          storage.oneStream(forecast.bytes(), parts),
          storage.pieces(forecast.bytes(), parts, slots));
    }
  }

  private void dashes(int columns) {
    print("|%s%n", " --- |".repeat(columns));
  }

  private void print(String format, Object... values) {
    out.printf(Locale.ROOT, format, values);
  }
}

package org.splicespark.spark;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.api.java.JavaSparkContext;
import org.splicespark.io.vcf.SplitPlanner;
import org.splicespark.io.vcf.VcfSplit;
import org.splicespark.model.ModelOpener;

/** The Spark job that scores: one task for each split that no earlier run has finished. */
final class ScoringStage {
  private final JavaSparkContext spark;
  private final ModelOpener opener;
  private final PrintStream messages;
  private final HadoopFiles files;

  ScoringStage(
      JavaSparkContext spark, ModelOpener opener, PrintStream messages, HadoopFiles files) {
    this.spark = spark;
    this.opener = opener;
    this.messages = messages;
    this.files = files;
  }

  /**
   * @param parts in the input's order
   * @param resumed how many of them an earlier run had finished
   * @param pace outcomes with scores, of those that were not finished before
   */
  record Scored(List<PartResult> parts, int resumed, List<Pace.Sample> pace) {}

  Scored run(VariantRequest request, VcfInput input, PartStore<PartResult> parts)
      throws IOException {
    List<VcfSplit> splits = splits(request, input, parts);
    List<PartResult> results = new ArrayList<>(parts.finished());
    int resumed = results.size();
    List<VariantTask.Numbered> open = open(splits, results);
    List<Pace.Sample> pace = new ArrayList<>();
    if (!open.isEmpty()) {
      results.addAll(run(task(request, input, parts), open, splits.size(), pace));
    }
    results.sort(Comparator.comparingInt(PartResult::part));
    return new Scored(results, resumed, pace);
  }

  private List<VcfSplit> splits(VariantRequest request, VcfInput input, PartStore<PartResult> parts)
      throws IOException {
    PartStore.Planner<VcfSplit[]> planner =
        () ->
            SplitPlanner.plan(
                    input.source(),
                    input.header(),
                    partsWanted(request, input),
                    new SharedBlockSearch(spark))
                .toArray(VcfSplit[]::new);
    return List.of(parts.decided("splits", planner));
  }

  private int partsWanted(VariantRequest request, VcfInput input) throws IOException {
    int asked = request.running().partitions();
    return asked > 0
        ? asked
        : new PartCount(input.source().length(), PartCount.cores(spark)).wanted();
  }

  private static List<VariantTask.Numbered> open(List<VcfSplit> splits, List<PartResult> finished) {
    Set<Integer> done = new HashSet<>();
    finished.forEach(result -> done.add(result.part()));
    List<VariantTask.Numbered> open = new ArrayList<>();
    for (int part = 0; part < splits.size(); part++) {
      if (!done.contains(part)) {
        open.add(new VariantTask.Numbered(part, splits.get(part)));
      }
    }
    return open;
  }

  private VariantTask task(VariantRequest request, VcfInput input, PartStore<PartResult> parts) {
    TallyAccumulator tally = new TallyAccumulator();
    spark.sc().register(tally, "records");
    return new VariantTask(
        spark.broadcast(request.annotation()),
        spark.broadcast(request.models()),
        request.models().key(),
        opener,
        new VariantTask.Inputs(
            input.source(), input.header().compression(), request.reference(), files),
        new VariantTask.Scoring(
            request.scoring(),
            request.info(),
            request.running().overwriteExisting(),
            request.running().compute(),
            request.running().scorer(),
            request.running().batchSize(),
            OutputName.of(request.output()).compression()),
        parts,
        tally);
  }

  private List<PartResult> run(
      VariantTask task, List<VariantTask.Numbered> open, int parts, List<Pace.Sample> pace) {
    spark.setJobDescription("score " + task.inputs().vcf().name());
    int before = parts - open.size();
    try (Progress progress =
        new Progress(
            seconds ->
                Progress.line(
                    task.progress().value(),
                    before + Progress.finishedTasks(spark),
                    parts,
                    seconds),
            () -> task.progress().value().scored(),
            messages)) {
      List<PartResult> results =
          InputFailures.ending(
              spark, () -> spark.parallelize(open, open.size()).mapPartitions(task).collect());
      pace.addAll(progress.pace());
      return results;
    } finally {
      task.annotation().unpersist();
      task.models().unpersist();
      spark.setJobDescription(null);
    }
  }
}

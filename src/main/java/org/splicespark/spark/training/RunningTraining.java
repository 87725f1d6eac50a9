package org.splicespark.spark.training;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.api.java.JavaSparkContext;
import org.splicespark.train.EarlyStopping;
import org.splicespark.train.EpochMetrics;
import org.splicespark.train.EpochReport;
import org.splicespark.train.RoundReport;
import org.splicespark.train.Split;

/** One training, while it lasts. */
final class RunningTraining {
  private final JavaSparkContext spark;
  private final Duration betweenSaves;
  private final long started = System.nanoTime();
  private final TrainRequest request;
  private final TrainingPlan plan;
  private final SparkRounds rounds;
  private final TrainingFolder folder;
  private final RoundLines lines;
  private long saved = System.nanoTime();

  RunningTraining(
      JavaSparkContext spark, PrintStream progress, Duration betweenSaves, TrainRequest request)
      throws IOException {
    this.spark = spark;
    this.betweenSaves = betweenSaves;
    this.request = request;
    this.plan = TrainingPlan.of(request);
    this.rounds = new SparkRounds(spark, plan);
    this.folder = new TrainingFolder(request);
    this.lines = new RoundLines(plan, progress);
  }

  TrainReport run() throws IOException {
    ResumePoint point = folder.begin(TrainingBasis.of(request));
    while (!point.isDone()) {
      point = point.round() < plan.rounds(point.epoch()) ? round(point) : epochEnd(point);
    }
    return new TrainReport(
        point.history(),
        point.bestEpoch(),
        folder.best(),
        point.epoch() < plan.parameters().epochs(),
        (System.nanoTime() - started) / 1e9);
  }

  private ResumePoint round(ResumePoint point) throws IOException {
    long began = System.nanoTime();
    spark.setJobDescription("epoch " + point.epoch() + ", round " + point.round());
    SparkRounds.Outcome outcome = rounds.round(point.state(), point.epoch(), point.round());
    int first = point.round() * plan.parameters().stepsPerRound();
    List<Double> rates = plan.rates(point.epoch(), first, outcome.losses().steps());
    RoundReport report =
        new RoundReport(
            point.epoch(),
            point.round(),
            outcome.state().steps(),
            outcome.losses().examples(),
            (System.nanoTime() - began) / 1e9,
            TrainingPlan.requireNumber(outcome.losses().mean()),
            rates.get(rates.size() - 1));
    folder.steps(outcome.losses().means(), rates);
    lines.print(report);
    ResumePoint next = point.after(report, outcome.state());
    if (System.nanoTime() - saved >= betweenSaves.toNanos()) {
      save(next);
    }
    return next;
  }

  private ResumePoint epochEnd(ResumePoint point) throws IOException {
    long began = System.nanoTime();
    Map<Split, EpochMetrics> evaluated = new EnumMap<>(Split.class);
    evaluate(Split.VALIDATION, request.validation(), point, evaluated);
    evaluate(Split.TEST, request.test(), point, evaluated);
    EpochReport report = point.report(evaluated, (System.nanoTime() - began) / 1e9);
    EpochMetrics validation = evaluated.get(Split.VALIDATION);
    EarlyStopping stopping =
        point.stopping().after(validation == null ? report.trainingLoss() : validation.loss());
    ResumePoint next = point.after(report, stopping);
    folder.epoch(next);
    save(next);
    lines.print(report, stopping.improved());
    draw(next);
    return next;
  }

  private void evaluate(
      Split split,
      Optional<DatasetFiles> files,
      ResumePoint point,
      Map<Split, EpochMetrics> evaluated) {
    if (files.isPresent()) {
      String set = split.name().toLowerCase(java.util.Locale.ROOT);
      spark.setJobDescription("epoch " + point.epoch() + ", " + set);
      evaluated.put(split, rounds.evaluate(point.state(), files.get()).metrics());
    }
  }

  private void save(ResumePoint point) throws IOException {
    folder.save(point);
    saved = System.nanoTime();
  }

  /** A host may have no fonts, or no memory left for a picture: no reason to stop. */
  private void draw(ResumePoint point) {
    try {
      folder.draw(point);
    } catch (IOException | RuntimeException | LinkageError | InternalError e) {
      lines.print("the curves cannot be drawn: " + e);
    }
  }
}

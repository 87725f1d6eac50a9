package org.splicespark.spark.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.splicespark.error.InputException;
import org.splicespark.error.OutputException;
import org.splicespark.io.WholeFile;
import org.splicespark.io.picture.TrainingCurves;
import org.splicespark.io.training.MetricsTable;
import org.splicespark.io.training.PeerLogs;
import org.splicespark.io.training.TrainingJson;
import org.splicespark.train.EpochReport;

/**
 * What a training leaves on the driver's disk while it goes on: checkpoints in the places where the
 * published trainer has them, tables, pictures, and where to resume. Each file is there whole or
 * not at all.
 */
final class TrainingFolder {
  private final TrainRequest request;
  private final Path models;
  private final ResumeFile resume;
  private final MetricsTable table;
  private final PeerLogs logs;
  private final WatchedData data;

  TrainingFolder(TrainRequest request) throws IOException {
    this.request = request;
    this.models = request.folder().resolve("models");
    makeModels();
    this.resume = new ResumeFile(TrainJob.resumeFile(request.folder()));
    this.table = new MetricsTable(request.folder().resolve("metrics.tsv"));
    this.data = WatchedData.of(request);
    this.logs = request.peerLogs() ? new PeerLogs(request.folder()) : null;
  }

  private void makeModels() throws OutputException {
    try {
      Files.createDirectories(models);
    } catch (IOException e) {
      throw new OutputException(models.toString(), e);
    }
  }

  /** Where the training begins: anew, or where one that was cut off had got to. */
  ResumePoint begin(TrainingBasis basis) throws IOException {
    if (request.resume() && !resume.exists()) {
      throw new InputException(resume.path() + ": there is no training to resume");
    }
    ResumePoint point =
        request.resume() ? resume.read(basis) : ResumePoint.first(basis, request.first());
    table.resume(point.epoch());
    if (logs != null) {
      logs.resume(point.epoch(), point.state().steps());
    }
    return point;
  }

  /** The checkpoint of the best epoch. */
  Path best() {
    return models.resolve("model_best.pt");
  }

  /**
   * @throws InputException if the data changed: what was learned from others is not gone on with
   */
  void save(ResumePoint point) throws IOException {
    data.requireUnchanged();
    resume.write(point);
  }

  /** The steps of a round. */
  void steps(List<Double> losses, List<Double> rates) throws IOException {
    if (logs != null) {
      logs.steps(losses, rates);
    }
  }

  /**
   * The epoch that has just ended.
   *
   * @throws InputException if the data changed; nothing of the epoch is kept then
   */
  void epoch(ResumePoint point) throws IOException {
    data.requireUnchanged();
    EpochReport report = point.history().epochs().get(point.epoch() - 1);
    checkpoint(models.resolve("model_" + report.epoch() + ".pt"), point);
    if (point.isBest()) {
      checkpoint(best(), point);
    }
    table.append(report);
    if (logs != null) {
      logs.epoch(report);
    }
    Path folder = request.folder();
    TrainingJson.write(
        folder.resolve("training.json"), datasets(), request.parameters(), point.history());
  }

  /** The curves so far. */
  void draw(ResumePoint point) throws IOException {
    Path folder = request.folder();
    TrainingCurves.write(
        folder.resolve("curves.png"),
        folder.resolve("curves.svg"),
        request.title(),
        point.history());
  }

  private void checkpoint(Path path, ResumePoint point) throws IOException {
    try (WholeFile file = WholeFile.create(path)) {
      request.writer().write(file.stream(), point.state(), request.parameters().flank());
      file.finish();
    }
  }

  private java.util.Map<String, String> datasets() {
    java.util.Map<String, String> names = new java.util.LinkedHashMap<>();
    names.put("train", request.train().name());
    request.validation().ifPresent(files -> names.put("validation", files.name()));
    request.test().ifPresent(files -> names.put("test", files.name()));
    return names;
  }
}

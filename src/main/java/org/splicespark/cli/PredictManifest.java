package org.splicespark.cli;

import org.splicespark.spark.prediction.PredictReport;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What a run of predict was, as JSON beside its output.
 *
 * @param command whose options are the run's parameters
 */
record PredictManifest(CommandSpec command, ScoringModels models, PredictInputs inputs) {

  /**
   * @param model its name
   */
  String json(String model, PredictReport report, InputDigests digests, double seconds) {
    Manifest run =
        new Manifest("predict", "spark", "djl", "pytorch")
            .inputs("genome", inputs.fasta(), inputs.annotation().orElse(""), digests)
            .model(model, models)
            .parameters(command);
    inputs.genes().ifPresent(genes -> run.put("genes", genes));
    return run.put("bases", report.bases())
        .put("files", report.files())
        .put("tasks", report.tasks())
        .put("resumedTasks", report.resumed())
        .seconds("seconds", seconds)
        .seconds("scoringSeconds", report.seconds())
        .put("throughput", report.pace())
        .json();
  }
}

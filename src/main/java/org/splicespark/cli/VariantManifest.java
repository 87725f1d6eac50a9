package org.splicespark.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.splicespark.spark.VariantReport;
import org.splicespark.spark.VariantRequest;

/** What a run of variant was: versions, inputs with digests, parameters, counts, seconds. */
record VariantManifest(
    VariantRequest request, String annotationName, String modelName, ScoringModels models) {

  String json(VariantReport report, InputDigests digests, double seconds) {
    return new Manifest("variant", "spark", "djl", "pytorch")
        .put("input", request.input())
        .put("output", request.output())
        .inputs("reference", request.reference(), annotationName, digests)
        .model(modelName, models)
        .put("parameters", parameters())
        .put("records", report.tally().records())
        .put("scored", report.tally().scored())
        .put("skipped", report.tally().skipped())
        .put("failedRecords", report.tally().failed())
        .put("failedFile", report.failed().orElse(null))
        .put("parts", report.parts())
        .seconds("seconds", seconds)
        .seconds("scoringSeconds", report.scoringSeconds())
        .json();
  }

  private Map<String, Object> parameters() {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("distance", request.scoring().distance());
    parameters.put("mask", request.scoring().masked() ? 1 : 0);
    parameters.put("compat", request.scoring().compat());
    parameters.put("precision", request.info().decimals());
    parameters.put("infoKey", request.info().key());
    parameters.put("scorer", request.running().scorer());
    parameters.put("batchSize", request.running().batchSize());
    parameters.put("device", request.running().compute().device());
    parameters.put("math", request.running().compute().math());
    return parameters;
  }
}

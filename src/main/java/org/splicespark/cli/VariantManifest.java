package org.splicespark.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.splicespark.model.Channels;
import org.splicespark.spark.VariantReport;
import org.splicespark.spark.VariantRequest;
import org.splicespark.variant.GeneChoice;
import org.splicespark.variant.Profile;
import org.splicespark.variant.Rules;

/** What a run of variant was: versions, inputs with digests, parameters, counts, seconds. */
record VariantManifest(
    VariantRequest request,
    Profile profile,
    String annotationName,
    String modelName,
    ScoringModels models) {

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
        .put("badLinesFile", report.badLines().orElse(null))
        .put("parts", report.parts())
        .seconds("seconds", seconds)
        .seconds("scoringSeconds", report.scoringSeconds())
        .put("throughput", report.pace())
        .json();
  }

  private Map<String, Object> parameters() {
    Map<String, Object> parameters = new LinkedHashMap<>();
    GeneChoice genes = request.scoring().genes();
    parameters.put("profile", profile.word());
    parameters.put("distance", request.scoring().distance());
    parameters.put("mask", request.scoring().masked() ? 1 : 0);
    parameters.put("rules", request.scoring().rules());
    parameters.put("compat", request.scoring().rules() == Rules.COMPAT);
    parameters.put("all", genes.every());
    parameters.put("outside", genes.outside());
    parameters.put("intergenic", genes.intergenic());
    parameters.put("geneName", genes.name());
    parameters.put("tissues", tissues());
    parameters.put("precision", request.info().decimals());
    parameters.put("infoKey", request.info().key());
    parameters.put("signedZero", request.info().signedZero());
    parameters.put("scorer", request.running().scorer());
    parameters.put("batchSize", request.running().batchSize());
    parameters.put("device", request.running().compute().device());
    parameters.put("math", request.running().compute().math());
    return parameters;
  }

  /** Those that were looked at; none of a model that knows none. */
  private List<String> tissues() {
    boolean known = request.models().channels().meaning() == Channels.Meaning.TISSUES;
    List<String> asked = request.scoring().tissues();
    return known && asked.isEmpty() ? request.models().channels().names() : asked;
  }
}

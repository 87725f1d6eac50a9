package org.splicespark.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.splicespark.dataset.Chunk;
import org.splicespark.spark.shards.CreateDataReport;
import org.splicespark.spark.shards.ShardCounts;
import org.splicespark.spark.shards.WrittenFile;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What was made by create-data, as JSON beside it: inputs with digests, parameters, counts, and
 * every file with its length and digest.
 *
 * @param command whose options are the run's parameters
 */
record DataManifest(String genome, String annotation, CommandSpec command) {

  /**
   * @param beside files that are not the report's
   */
  String json(
      CreateDataReport report,
      List<WrittenFile> beside,
      TrainingGenes genes,
      Manifest.Digests digests,
      double seconds) {
    Map<String, Object> run = new LinkedHashMap<>();
    run.put("program", "splicespark create-data");
    run.put("versions", Manifest.versions("spark"));
    run.put("genome", Map.of("name", genome, "sha256", digests.reference()));
    run.put("annotation", Map.of("name", annotation, "sha256", digests.annotation()));
    run.put("parameters", parameters());
    run.put("labelled", Chunk.LABELLED);
    run.put("context", 2 * Chunk.SIDE);
    Map<String, Object> splits = new LinkedHashMap<>();
    report.counts().forEach((split, counts) -> splits.put(split.label(), counts(counts)));
    run.put("splits", splits);
    run.put("dropped", genes.dropped());
    Map<String, Object> paralogs = new LinkedHashMap<>();
    report.paralogs().forEach((split, found) -> paralogs.put(split.label(), found.size()));
    run.put("paralogsRemoved", paralogs);
    List<WrittenFile> files = new ArrayList<>(report.files());
    files.addAll(beside);
    files.sort(Comparator.comparing(WrittenFile::name));
    run.put("files", files);
    run.put("seconds", Double.valueOf(String.format(Locale.ROOT, "%.1f", seconds)));
    return Manifest.text(run);
  }

  /** All options by name, those that were not given as well. */
  private Map<String, Object> parameters() {
    Map<String, Object> parameters = new LinkedHashMap<>();
    for (OptionSpec option : command.options()) {
      if (!option.usageHelp() && !option.versionHelp()) {
        Object value = option.getValue();
        parameters.put(
            option.names()[0].substring(2), value instanceof Enum<?> ? "" + value : value);
      }
    }
    return parameters;
  }

  private static Map<String, Object> counts(ShardCounts counts) {
    Map<String, Object> of = new LinkedHashMap<>();
    of.put("genes", counts.genes());
    of.put("chunks", counts.chunks());
    of.put("bases", counts.bases());
    of.put("donors", counts.motifs().donors().sites());
    of.put("acceptors", counts.motifs().acceptors().sites());
    of.put("donorMotifs", new TreeMap<>(counts.motifs().donors().pairs()));
    of.put("acceptorMotifs", new TreeMap<>(counts.motifs().acceptors().pairs()));
    return of;
  }
}

package org.splicespark.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.splicespark.dataset.Chunk;
import org.splicespark.spark.shards.CreateDataReport;
import org.splicespark.spark.shards.ShardCounts;
import org.splicespark.spark.shards.WrittenFile;
import picocli.CommandLine.Model.CommandSpec;

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
      InputDigests digests,
      double seconds) {
    Map<String, Object> splits = new LinkedHashMap<>();
    report.counts().forEach((split, counts) -> splits.put(split.label(), counts(counts)));
    Map<String, Object> paralogs = new LinkedHashMap<>();
    report.paralogs().forEach((split, found) -> paralogs.put(split.label(), found.size()));
    List<WrittenFile> files = new ArrayList<>(report.files());
    files.addAll(beside);
    files.sort(Comparator.comparing(WrittenFile::name));
    return new Manifest("create-data", "spark")
        .inputs("genome", genome, annotation, digests)
        .parameters(command)
        .put("labelled", Chunk.LABELLED)
        .put("context", 2 * Chunk.SIDE)
        .put("splits", splits)
        .put("dropped", genes.dropped())
        .put("paralogsRemoved", paralogs)
        .put("files", files)
        .seconds("seconds", seconds)
        .json();
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

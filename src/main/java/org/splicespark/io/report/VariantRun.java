package org.splicespark.io.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.splicespark.error.InputException;
import org.splicespark.variant.GeneChoice;
import org.splicespark.variant.Rules;
import org.splicespark.variant.ScoringParameters;
import org.splicespark.variant.SkipReason;

/**
 * A VCF with delta scores.
 *
 * @param name of the output
 * @param manifest what lies beside it; empty for the VCF of another program
 * @param scores empty where the VCF is gone, or has been moved away from its manifest
 */
record VariantRun(String name, Optional<RunJson> manifest, Optional<VcfScores> scores)
    implements Run {
  /** How the run scored; empty where nothing says so, or pictures cannot be drawn by its rules. */
  Optional<ScoringParameters> scoring() {
    JsonNode said = manifest.map(m -> m.root().path("parameters")).orElse(null);
    if (said == null || !said.path("distance").isInt()) {
      return Optional.empty();
    }
    try {
      return Optional.of(scoring(said)).filter(known -> known.rules() != Rules.PANGOLIN);
    } catch (IllegalArgumentException e) {
      throw new InputException(manifest.orElseThrow().path() + ": " + e.getMessage(), e);
    }
  }

  /** As the run's manifest names them; its tissues are of no picture. */
  private static ScoringParameters scoring(JsonNode said) {
    GeneChoice genes =
        new GeneChoice(
            true,
            said.path("outside").asBoolean(),
            said.path("intergenic").asBoolean(),
            GeneChoice.Name.valueOf(said.path("geneName").asText("SYMBOL")));
    return new ScoringParameters(
        said.path("distance").asInt(),
        said.path("mask").asInt() == 1,
        Rules.valueOf(said.path("rules").asText("OWN")),
        genes,
        List.of());
  }

  /** The strongest alleles of which pictures can be drawn: not Pangolin's, which are of no site. */
  List<ChosenAllele> drawable() {
    return scores.filter(read -> read.layout() == ScoreLayout.DELTAS).stream()
        .flatMap(read -> read.tally().top().stream())
        .map(ChosenAllele::of)
        .toList();
  }

  @Override
  public Section section() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(counts());
    scores.ifPresent(
        read -> {
          blocks.addAll(new ScoreBlocks(read).blocks());
        });
    manifest.ifPresent(
        run -> {
          blocks.add(new Pace(run.root().path("throughput")).block("scored alleles"));
          blocks.add(Block.of("Parameters").facts(run.facts()));
        });
    return new Section("variant", name, blocks);
  }

  private Block counts() {
    Map<String, Long> counts = byStatus();
    long most = counts.values().stream().mapToLong(Long::longValue).max().orElse(0);
    List<Row> rows =
        counts.entrySet().stream()
            .map(
                entry ->
                    Row.of(
                        Cell.of(entry.getKey()),
                        Cell.bar(entry.getValue(), most),
                        Cell.wrapping(meaning(entry.getKey()))))
            .toList();
    return Block.of("Counts by status")
        .notes(notes())
        .table(Table.of(List.of("Status", "Alleles", "Meaning"), rows));
  }

  /** The manifest's, which knows of each gene; a VCF has a reason once for each alternate. */
  private Map<String, Long> byStatus() {
    Map<String, Long> counts = new LinkedHashMap<>();
    manifest.ifPresent(run -> counts.putAll(ofManifest(run.root())));
    if (manifest.isEmpty()) {
      scores.ifPresent(
          read -> {
            counts.put("SCORED", read.tally().scored());
            counts.putAll(read.statuses());
          });
    }
    return counts;
  }

  private List<String> notes() {
    if (scores.isEmpty()) {
      return List.of("The VCF is not beside its manifest: its scores are not shown.");
    }
    VcfScores read = scores.orElseThrow();
    String all =
        count(read.records(), "records") + ", " + count(read.tally().scored(), "scores") + ".";
    return read.strange() == 0
        ? List.of(all)
        : List.of(
            all, count(read.strange(), "entries") + " have not the " + fields(read) + " fields.");
  }

  private static String fields(VcfScores read) {
    return read.layout() == ScoreLayout.DELTAS ? "ten" : "four";
  }

  private static String count(long count, String what) {
    return String.format(Locale.ROOT, "%,d %s", count, what);
  }

  private static Map<String, Long> ofManifest(JsonNode run) {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("SCORED", run.path("scored").asLong());
    run.path("skipped")
        .fields()
        .forEachRemaining(field -> counts.put(field.getKey(), field.getValue().asLong()));
    return counts;
  }

  private static String meaning(String status) {
    for (SkipReason reason : SkipReason.values()) {
      if (reason.name().equals(status)) {
        return reason.meaning();
      }
    }
    return status.equals("SCORED") ? "scores; alternates times genes" : "";
  }
}

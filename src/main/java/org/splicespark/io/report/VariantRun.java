package org.splicespark.io.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.splicespark.io.picture.Ink;
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
  private static final int CONTIGS_SHOWN = 30;
  private static final List<Ink> INKS = List.of(Ink.ORANGE, Ink.ORANGE, Ink.BLUE, Ink.BLUE);

  /**
   * @param files the VCF, or its parts; none if it is not there
   * @param wanted how many of the strongest alleles are to be listed
   */
  static VariantRun read(
      String name, Optional<RunJson> manifest, List<Path> files, InfoKey key, int wanted)
      throws IOException {
    Optional<VcfScores> scores =
        files.isEmpty() ? Optional.empty() : Optional.of(VcfScores.read(files, key, wanted));
    return new VariantRun(name, manifest, scores);
  }

  /** How the run scored; empty where nothing says so. */
  Optional<ScoringParameters> scoring() {
    JsonNode said = manifest.map(m -> m.root().path("parameters")).orElse(null);
    if (said == null || !said.path("distance").isInt()) {
      return Optional.empty();
    }
    boolean masked = said.path("mask").asInt() == 1;
    return Optional.of(
        new ScoringParameters(
            said.path("distance").asInt(), masked, said.path("compat").asBoolean()));
  }

  @Override
  public Section section() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(counts());
    scores.ifPresent(
        read -> {
          blocks.add(distributions(read));
          blocks.add(strongest(read));
          blocks.add(contigs(read));
        });
    manifest.ifPresent(
        run -> {
          blocks.add(new Pace(run.root().path("throughput")).block("scored alleles"));
          blocks.add(Block.of("Parameters").facts(run.facts()));
        });
    return new Section("variant", name, blocks);
  }

  private Block counts() {
    Map<String, Long> counts = new LinkedHashMap<>();
    List<String> notes = new ArrayList<>();
    manifest.ifPresent(run -> counts.putAll(ofManifest(run.root())));
    scores.ifPresent(
        read -> {
          if (manifest.isEmpty()) {
            counts.put("SCORED", read.scored());
            counts.putAll(read.statuses());
          }
          notes.add(count(read.records(), "records") + ", " + count(read.scored(), "scores") + ".");
          if (read.strange() > 0) {
            notes.add(count(read.strange(), "entries") + " have not the ten fields.");
          }
        });
    if (scores.isEmpty()) {
      notes.add("The VCF is not beside its manifest: its scores are not shown.");
    }
    long most = counts.values().stream().mapToLong(Long::longValue).max().orElse(0);
    List<Row> rows =
        counts.entrySet().stream()
            .map(
                entry ->
                    Row.of(
                        Cell.of(entry.getKey()),
                        Cell.bar(entry.getValue(), most),
                        Cell.of(meaning(entry.getKey()))))
            .toList();
    return Block.of("Counts by status")
        .notes(notes)
        .table(Table.of(List.of("Status", "Alleles", "Meaning"), rows));
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
    return status.equals("SCORED") ? "delta scores; alternates times genes" : "";
  }

  private static Block distributions(VcfScores read) {
    int types = ScoredEntry.TYPES.size();
    long most =
        IntStream.range(0, types).mapToLong(t -> read.histogram(t).largest()).max().orElse(0);
    List<Figure> figures =
        IntStream.range(0, types)
            .mapToObj(
                type ->
                    new Figure(
                        ScoredEntry.TYPES.get(type),
                        "alleles",
                        "delta score",
                        List.of(),
                        read.histogram(type).plot(INKS.get(type), most, VcfScores.CUTOFFS)))
            .toList();
    List<Row> rows =
        IntStream.range(0, types)
            .mapToObj(
                type ->
                    Row.of(
                        Cell.of(ScoredEntry.TYPES.get(type)),
                        Cell.count(read.above(type, 0)),
                        Cell.count(read.above(type, 1)),
                        Cell.count(read.above(type, 2))))
            .toList();
    return Block.of("Delta scores")
        .notes(
            List.of(
                "Alternates times genes, counted on a logarithmic axis. The cutoffs 0.2, 0.5 and 0.8"
                    + " were found for SpliceAI; other models may want others."))
        .table(Table.of(List.of("At least", "0.2", "0.5", "0.8"), rows))
        .figures(read.scored() == 0 ? List.of() : figures);
  }

  private static Block strongest(VcfScores read) {
    List<Row> rows =
        read.top().stream()
            .map(
                top ->
                    Row.of(
                        Cell.of(top.contig()),
                        Cell.count(top.position()),
                        Cell.of(
                            PictureSection.shortened(top.ref())
                                + "\u2192"
                                + PictureSection.shortened(top.entry().alt())),
                        Cell.of(top.entry().symbol()),
                        Cell.number(top.entry().largest(), 2),
                        Cell.of(ScoredEntry.TYPES.get(top.entry().best())),
                        Cell.count(
                            top.position() + (long) top.entry().places().get(top.entry().best()))))
            .toList();
    return Block.of("The strongest")
        .table(
            Table.of(
                List.of("Contig", "POS", "Change", "Gene", "Delta", "Of type", "At base"), rows));
  }

  private static Block contigs(VcfScores read) {
    long most = read.byContig().values().stream().mapToLong(Long::longValue).max().orElse(0);
    List<Row> rows =
        read.byContig().entrySet().stream()
            .limit(CONTIGS_SHOWN)
            .map(entry -> Row.of(Cell.of(entry.getKey()), Cell.bar(entry.getValue(), most)))
            .toList();
    int more = read.byContig().size() - rows.size();
    return Block.of("Scores by contig")
        .notes(more > 0 ? List.of(more + " more contigs are not listed.") : List.of())
        .table(Table.of(List.of("Contig", "Scored alleles"), rows));
  }
}

package org.splicespark.io.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.splicespark.io.picture.TrackPlot;
import org.splicespark.model.SiteType;

/** Sites that {@code predict} found. */
record PredictRun(String name, RunJson manifest) implements Run {
  private static final int CONTIGS_SHOWN = 50;

  @Override
  public Section section() {
    Path folder = manifest.path().getParent();
    List<Block> blocks = new ArrayList<>();
    Path donors = folder.resolve("donors.bed.gz");
    Path acceptors = folder.resolve("acceptors.bed.gz");
    if (Files.exists(donors) && Files.exists(acceptors)) {
      SiteFile ofDonors = SiteFile.read(donors);
      SiteFile ofAcceptors = SiteFile.read(acceptors);
      blocks.add(counts(ofDonors, ofAcceptors));
      blocks.add(scores(ofDonors, ofAcceptors));
    } else {
      blocks.add(
          Block.of("Sites")
              .notes(List.of("donors.bed.gz and acceptors.bed.gz are not beside the manifest.")));
    }
    blocks.add(speed());
    blocks.add(new OutputFiles(manifest).block());
    blocks.add(Block.of("Parameters").facts(manifest.facts()));
    return new Section("predict", name, blocks);
  }

  /** Over time where the manifest has it, else on average. */
  private Block speed() {
    Block overTime = new Pace(manifest.root().path("throughput")).block("bases");
    double seconds = RunJson.number(manifest.root().path("scoringSeconds"));
    if (!overTime.isEmpty() || !(seconds > 0)) {
      return overTime;
    }
    double bases = manifest.root().path("bases").asDouble();
    return Block.of("Throughput")
        .notes(
            List.of(
                String.format(
                    Locale.ROOT,
                    "%,.0f bases per second on average, each strand for itself.",
                    bases / seconds)));
  }

  private static Block counts(SiteFile donors, SiteFile acceptors) {
    Set<String> contigs = new LinkedHashSet<>(donors.byContig().keySet());
    contigs.addAll(acceptors.byContig().keySet());
    long most =
        contigs.stream().mapToLong(c -> Math.max(of(donors, c), of(acceptors, c))).max().orElse(0);
    List<Row> rows = new ArrayList<>();
    contigs.stream()
        .limit(CONTIGS_SHOWN)
        .forEach(
            c ->
                rows.add(
                    Row.of(
                        Cell.of(c),
                        Cell.bar(of(donors, c), most),
                        Cell.bar(of(acceptors, c), most))));
    rows.add(
        Row.of(
            Cell.of("on the plus strand"),
            Cell.count(donors.plus()),
            Cell.count(acceptors.plus())));
    rows.add(Row.of(Cell.of("all"), Cell.count(donors.rows()), Cell.count(acceptors.rows())));
    int more = Math.max(0, contigs.size() - CONTIGS_SHOWN);
    return Block.of("Sites by contig")
        .notes(more > 0 ? List.of(more + " more contigs are not listed.") : List.of())
        .table(Table.of(List.of("Contig", "Donors", "Acceptors"), rows));
  }

  private static long of(SiteFile sites, String contig) {
    return sites.byContig().getOrDefault(contig, 0L);
  }

  private static Block scores(SiteFile donors, SiteFile acceptors) {
    long most = Math.max(donors.scores().largest(), acceptors.scores().largest());
    return Block.of("Scores")
        .figures(
            most == 0
                ? List.of()
                : List.of(
                    figure("Donors", donors, SiteType.DONOR, most),
                    figure("Acceptors", acceptors, SiteType.ACCEPTOR, most)));
  }

  private static Figure figure(String title, SiteFile sites, SiteType type, long most) {
    return new Figure(
        title,
        "sites",
        "probability",
        List.of(),
        sites.scores().plot(TrackPlot.ink(type), most, List.of()));
  }
}

package org.splicespark.io.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.splicespark.io.picture.Ink;
import org.splicespark.io.picture.Plot;
import org.splicespark.model.SiteType;

/** Temperatures, and how far probabilities are from the truth without them and with them. */
record CalibrationRun(String name, RunJson json) implements Run {
  private static final List<String> SETS = List.of("validation", "test");

  @Override
  public Section section() {
    Path folder = json.path().getParent();
    List<Block> blocks = new ArrayList<>();
    blocks.add(numbers());
    for (String set : SETS) {
      Path table = folder.resolve("reliability_" + set + ".tsv");
      if (Files.exists(table)) {
        blocks.add(reliability(set, ReliabilityTable.read(table)));
      }
    }
    blocks.add(Block.of("Parameters").facts(json.facts()));
    return new Section("calibrate", name, blocks);
  }

  private Block numbers() {
    List<Row> rows = new ArrayList<>();
    for (String set : SETS) {
      for (String when : List.of("Original", "Calibrated")) {
        JsonNode numbers = json.root().path(set + when);
        if (numbers.isObject()) {
          rows.add(
              Row.of(
                  Cell.of(set + ", " + when.toLowerCase(Locale.ROOT)),
                  Cell.count(numbers.path("places").asLong()),
                  Cell.number(RunJson.number(numbers.path("nll")), 6),
                  Cell.number(RunJson.number(numbers.path("ece")), 6),
                  Cell.number(RunJson.number(numbers.path("brier").path(1)), 6),
                  Cell.number(RunJson.number(numbers.path("brier").path(2)), 6)));
        }
      }
    }
    return Block.of("Before and after")
        .table(
            Table.of(
                List.of("Set", "Places", "NLL", "ECE", "Brier, acceptors", "Brier, donors"), rows));
  }

  private static Block reliability(String set, ReliabilityTable table) {
    List<Figure> figures = new ArrayList<>();
    for (SiteType type : List.of(SiteType.ACCEPTOR, SiteType.DONOR, SiteType.NEITHER)) {
      String name = type.name().toLowerCase(Locale.ROOT);
      Plot plot = new Plot(0, 1, 0, 1).diagonal();
      plot.dots(Ink.GREY, table.column(name, 4), table.column(name, 5));
      plot.dots(Ink.BLUE, table.column(name, 7), table.column(name, 8));
      figures.add(
          new Figure(
              "Reliability: " + name,
              "how often it is true",
              "probability",
              List.of(Key.of(Ink.GREY, "original"), Key.of(Ink.BLUE, "calibrated")),
              plot));
    }
    return Block.of("Reliability, " + set + " set").figures(figures);
  }
}

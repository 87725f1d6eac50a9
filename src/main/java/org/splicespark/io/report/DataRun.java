package org.splicespark.io.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Training data that {@code create-data} made. */
record DataRun(String name, RunJson manifest) implements Run {
  private static final List<String> COUNTS =
      List.of("genes", "chunks", "bases", "donors", "acceptors");

  @Override
  public Section section() {
    return new Section(
        "create-data",
        name,
        List.of(
            splits(),
            motifs("donorMotifs", "First bases of introns"),
            motifs("acceptorMotifs", "Last bases of introns"),
            counts("dropped", "Genes left out"),
            counts("paralogsRemoved", "Paralogs left out"),
            new Pace(manifest.root().path("throughput")).block("parts"),
            Block.of("Parameters").facts(manifest.facts())));
  }

  private Block splits() {
    List<Row> rows = new ArrayList<>();
    manifest
        .root()
        .path("splits")
        .fields()
        .forEachRemaining(
            split -> {
              List<Cell> cells = new ArrayList<>(List.of(Cell.of(split.getKey())));
              COUNTS.forEach(name -> cells.add(Cell.count(split.getValue().path(name).asLong())));
              rows.add(new Row(cells));
            });
    return Block.of("Splits")
        .table(Table.of(List.of("Split", "Genes", "Chunks", "Bases", "Donors", "Acceptors"), rows));
  }

  private Block motifs(String field, String title) {
    List<Row> rows = new ArrayList<>();
    for (var split :
        (Iterable<java.util.Map.Entry<String, JsonNode>>)
            () -> manifest.root().path("splits").fields()) {
      JsonNode motifs = split.getValue().path(field);
      long most = 0;
      for (JsonNode count : motifs) {
        most = Math.max(most, count.asLong());
      }
      long largest = most;
      motifs
          .fields()
          .forEachRemaining(
              motif ->
                  rows.add(
                      Row.of(
                          Cell.of(split.getKey()),
                          Cell.of(motif.getKey()),
                          Cell.bar(motif.getValue().asLong(), largest))));
    }
    return Block.of(title).table(Table.of(List.of("Split", "Bases", "Sites"), rows));
  }

  private Block counts(String field, String title) {
    List<Row> rows = new ArrayList<>();
    manifest
        .root()
        .path(field)
        .fields()
        .forEachRemaining(
            of -> rows.add(Row.of(Cell.of(of.getKey()), Cell.count(of.getValue().asLong()))));
    return Block.of(title).table(Table.of(List.of("Reason or split", "Genes"), rows));
  }
}

package org.splicespark.io.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files that a manifest names; it knows their rows, and how long they are, the disk does. */
record OutputFiles(RunJson manifest) {

  Block block() {
    List<Row> rows = new ArrayList<>();
    for (JsonNode file : manifest.root().path("files")) {
      String name = file.path("name").asText();
      rows.add(Row.of(Cell.of(name), known(file.path("rows").asLong(-1)), known(bytes(name))));
    }
    return Block.of("Files").table(Table.of(List.of("File", "Rows", "Bytes"), rows));
  }

  private static Cell known(long count) {
    return count < 0 ? new Cell("", true, "") : Cell.count(count);
  }

  /** -1 for a folder, and for what is no longer there. */
  private long bytes(String name) {
    try {
      Path file = manifest.path().resolveSibling(name);
      return Files.isRegularFile(file) ? Files.size(file) : -1;
    } catch (IOException | InvalidPathException e) {
      return -1;
    }
  }
}

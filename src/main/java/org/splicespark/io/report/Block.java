package org.splicespark.io.report;

import java.util.List;
import java.util.Optional;

/** A part of a section: words, facts, a table, figures; any of them may be missing. */
record Block(
    String title,
    List<String> notes,
    List<Fact> facts,
    Optional<Table> table,
    List<Figure> figures) {

  static Block of(String title) {
    return new Block(title, List.of(), List.of(), Optional.empty(), List.of());
  }

  Block notes(List<String> more) {
    return new Block(title, more, facts, table, figures);
  }

  Block facts(List<Fact> more) {
    return new Block(title, notes, more, table, figures);
  }

  Block table(Table shown) {
    return new Block(title, notes, facts, Optional.of(shown), figures);
  }

  Block figures(List<Figure> more) {
    return new Block(title, notes, facts, table, more);
  }

  boolean isEmpty() {
    boolean noRows = table.map(t -> t.rows().isEmpty()).orElse(true);
    return notes.isEmpty() && facts.isEmpty() && noRows && figures.isEmpty();
  }
}

package org.splicespark.notebooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.execution.LocalExecutionControlProvider;

/**
 * A notebook for a Java kernel, run cell by cell in JShell within this JVM: kernels for Java are
 * made of JShell.
 */
final class JavaNotebook implements AutoCloseable {
  private final JsonNode cells;
  private final String vcf;
  private final JShell shell;

  /**
   * @param vcf takes the place of the one that the notebook names where the environment does not
   */
  JavaNotebook(Path notebook, String vcf) throws IOException {
    this.cells = new ObjectMapper().readTree(notebook.toFile()).path("cells");
    this.vcf = vcf;
    this.shell =
        JShell.builder()
            .executionEngine(new LocalExecutionControlProvider(), java.util.Map.of())
            .build();
    // Only what cells name: JShell looks through all of it.
    Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(path -> path.matches(".*/(spark-|scala-library|xchart)[^/]*\\.jar"))
        .forEach(shell::addToClasspath);
    // What kernels import before the first cell.
    List.of("java.util.*", "java.util.stream.*").forEach(name -> value("import " + name + ";"));
  }

  /** The values of all cells of code, as JShell shows them. */
  List<String> run() {
    List<String> values = new ArrayList<>();
    for (JsonNode cell : cells) {
      if (cell.path("cell_type").asText().equals("code")) {
        StringBuilder source = new StringBuilder();
        cell.path("source").forEach(line -> source.append(line.asText()));
        values.add(value(source.toString().replace("../demo.vcf", vcf)));
      }
    }
    return values;
  }

  /** The query that the first cell tells readers to ask, of a table that lies elsewhere. */
  String query(String table) {
    StringBuilder text = new StringBuilder();
    cells.path(0).path("source").forEach(line -> text.append(line.asText()));
    String query = text.substring(text.indexOf("    SELECT ")).replaceAll("\\s+", " ").strip();
    return query.replaceFirst("`[^`]*`", "`" + table + "`");
  }

  /** The value of the last of some statements; the words "null" for none. */
  String value(String source) {
    String value = "null";
    String rest = source;
    while (!rest.isBlank()) {
      CompletionInfo next = shell.sourceCodeAnalysis().analyzeCompletion(rest);
      if (!next.completeness().isComplete()) {
        throw new AssertionError("not complete: " + rest);
      }
      for (SnippetEvent event : shell.eval(next.source())) {
        requireDone(event);
        value = String.valueOf(event.value());
      }
      rest = next.remaining();
    }
    return value;
  }

  private void requireDone(SnippetEvent event) {
    if (event.exception() != null) {
      throw new AssertionError(event.snippet().source(), event.exception());
    }
    if (event.status() == Snippet.Status.REJECTED) {
      throw new AssertionError(
          event.snippet().source()
              + shell.diagnostics(event.snippet()).map(d -> d.getMessage(null)).toList());
    }
  }

  @Override
  public void close() {
    shell.close();
  }
}

package org.splicespark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * ARCHITECTURE.md names classes as {@code `package.Class`}, the package without org.splicespark.
 */
class ArchitectureDocumentTest {
  private static final Pattern NAMED = Pattern.compile("`((?:[a-z]+\\.)+[A-Z][A-Za-z0-9]*)`");
  private static final Path SOURCES = Path.of("src", "main", "java", "org", "splicespark");

  @Test
  void everyClassItNamesIsThere() throws IOException {
    List<String> gone =
        named().stream()
            .filter(name -> !Files.exists(SOURCES.resolve(name.replace('.', '/') + ".java")))
            .toList();
    assertEquals(List.of(), gone);
  }

  @Test
  void everyPackageIsDescribed() throws IOException {
    String text = Files.readString(Path.of("ARCHITECTURE.md"));
    try (Stream<Path> folders = Files.list(SOURCES).filter(Files::isDirectory)) {
      folders.forEach(f -> assertTrue(text.contains("`" + f.getFileName() + "`"), f.toString()));
    }
  }

  private static Set<String> named() throws IOException {
    Set<String> names =
        NAMED
            .matcher(Files.readString(Path.of("ARCHITECTURE.md")))
            .results()
            .map((MatchResult match) -> match.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    assertTrue(names.size() > 10, "the document names classes");
    return names;
  }
}

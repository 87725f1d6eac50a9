package org.splicespark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.splicespark.io.AnnotationReader;

class SimulateCommandTest {
  private static final String SMALL = "--bases 60000 --genes 4 --gene-bases 30000 --contigs 2";

  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream messages = new ByteArrayOutputStream();

  @Test
  void itWritesAGenomeAndItsGenesAndNothingElse() throws IOException {
    Path made = folder.resolve("new/folder");
    assertEquals(0, run("--output-dir " + made + " " + SMALL), messages.toString(UTF_8));
    assertEquals(List.of("annotation.gff3", "genome.fa"), names(made));
    assertEquals(4, AnnotationReader.read(made.resolve("annotation.gff3")).genes().size());
    assertTrue(Files.readString(made.resolve("genome.fa")).startsWith(">chr1\n"));
    assertEquals(1, messages.toString(UTF_8).lines().count());
    assertTrue(messages.toString(UTF_8).contains("60000 bases in 2 contigs, 4 genes"));
    assertEquals("", out.toString(UTF_8));
  }

  @Test
  void filesThatAreThereStayUnlessOverwriteIsGiven() throws IOException {
    Files.writeString(folder.resolve("annotation.gff3"), "mine");
    Files.writeString(folder.resolve("genome.fa.fai"), "of another genome");
    assertEquals(3, run("--output-dir " + folder + " " + SMALL));
    assertTrue(messages.toString(UTF_8).contains("--overwrite"));
    assertEquals(List.of("annotation.gff3", "genome.fa.fai"), names(folder));
    assertEquals("mine", Files.readString(folder.resolve("annotation.gff3")));
    assertEquals(0, run("--overwrite --output-dir " + folder + " " + SMALL));
    assertEquals(List.of("annotation.gff3", "genome.fa"), names(folder));
  }

  @Test
  void aFileWhereTheFolderShouldBeIsAnInputThatCannotBeUsed() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "mine");
    assertEquals(3, run("--output-dir " + file + " " + SMALL));
    assertEquals(1, messages.toString(UTF_8).lines().count());
  }

  @Test
  void sizesThatCannotBeAreAMistakeOfUsage() {
    assertEquals(2, run("--output-dir " + folder + " --bases 1000"));
    assertTrue(messages.toString(UTF_8).contains("at most 90 %"), messages.toString(UTF_8));
  }

  @Test
  void theHelpTeaches() {
    assertEquals(0, run("--help"));
    String help = out.toString(UTF_8);
    assertTrue(help.contains("Examples:") && help.contains("90 % of"), help);
    assertFalse(help.contains("${"), help);
  }

  private int run(String options) {
    return Main.run(
        new PrintStream(out, true, UTF_8),
        new PrintStream(messages, true, UTF_8),
        ("simulate " + options).split(" "));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}

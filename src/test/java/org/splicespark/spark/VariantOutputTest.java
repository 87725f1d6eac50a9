package org.splicespark.spark;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import htsjdk.tribble.readers.TabixReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.spark.TaskContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.splicespark.error.InputException;

/** The forms of an output, and what may be replaced. */
@Tag("spark")
class VariantOutputTest {
  @TempDir Path folder;
  private Bench bench;
  private String text;

  @BeforeEach
  void makeInput() throws IOException {
    bench = new Bench(folder);
    text = VcfMaker.HEADER + new VcfMaker(bench).records(90);
    bench.write("in.vcf", text);
  }

  private String plain() throws IOException {
    bench.run("in.vcf", "plain.vcf").go();
    return bench.text("plain.vcf");
  }

  private static List<String> dataLines(String vcf) {
    return vcf.lines().filter(line -> !line.startsWith("#")).toList();
  }

  @Test
  void bgzfHoldsTheSameTextAndItsIndexFindsEveryRecord() throws IOException {
    String plain = plain();
    VariantReport report = bench.run("in.vcf", "out.vcf.gz").partitions(5).go();
    assertEquals(Optional.empty(), report.noIndex());
    assertEquals(plain, bench.text("out.vcf.gz"));
    assertTrue(Files.exists(bench.path("out.vcf.gz.tbi")));
    List<String> found = new ArrayList<>();
    try (TabixReader reader = new TabixReader(bench.path("out.vcf.gz").toString())) {
      for (String line : dataLines(plain)) {
        String[] columns = line.split("\t");
        var hits = reader.query(columns[0] + ":" + columns[1] + "-" + columns[1]);
        for (String hit = hits.next(); hit != null; hit = hits.next()) {
          if (hit.split("\t")[1].equals(columns[1])) {
            // htsjdk takes bytes for Latin-1.
            found.add(new String(hit.getBytes(ISO_8859_1), UTF_8));
          }
        }
      }
    }
    assertEquals(dataLines(plain), found);
    assertEquals(List.of("out.vcf.gz", "out.vcf.gz.tbi", "plain.vcf"), bench.leftovers());
  }

  @Test
  void theSameBytesOfBgzfForTheSamePartsWhateverTheInput() throws IOException {
    Files.write(bench.path("in.gzip.vcf"), VcfMaker.gzip(text));
    Files.write(bench.path("in.bgz.vcf"), VcfMaker.bgzf(text, 500));
    bench.run("in.gzip.vcf", "a.vcf.gz").partitions(4).batchSize(1).go();
    bench.run("in.bgz.vcf", "b.vcf.bgz").partitions(4).go();
    bench.run("in.bgz.vcf", "c.vcf.gz").partitions(4).go();
    assertEquals(bench.text("a.vcf.gz"), bench.text("b.vcf.bgz"));
    byte[] b = Files.readAllBytes(bench.path("b.vcf.bgz"));
    assertArrayEquals(b, Files.readAllBytes(bench.path("c.vcf.gz")));
    assertTrue(Files.exists(bench.path("b.vcf.bgz.tbi")));
  }

  @Test
  void bcftoolsReadsTheFileAndTabixItsIndex() throws Exception {
    assumeTrue(installed("bcftools") && installed("tabix"), "bcftools and tabix are not here");
    bench.run("in.vcf", "out.vcf.gz").partitions(3).go();
    String file = bench.path("out.vcf.gz").toString();
    // bcftools writes numbers its own way.
    List<String> lines = dataLines(bench.text("out.vcf.gz").replace("\t3.140\t", "\t3.14\t"));
    assertEquals(lines, dataLines(told("bcftools", "view", "--no-version", file)));
    long onTwo = lines.stream().filter(line -> line.startsWith("chr2")).count();
    assertEquals(onTwo, told("tabix", file, "chr2").lines().count());
    String query = told("bcftools", "query", "-f", "%INFO/OpenSpliceAI\n", file);
    assertTrue(query.contains("|ONE|"), query);
  }

  private static boolean installed(String program) throws Exception {
    try {
      told(program, "--version");
      return true;
    } catch (IOException absent) {
      return false;
    }
  }

  private static String told(String... command) throws Exception {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String told = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertTrue(process.waitFor(30, TimeUnit.SECONDS));
    assertEquals(0, process.exitValue(), String.join(" ", command));
    return told;
  }

  @Test
  void unsortedRecordsAreKeptInTheirOrderWithoutAnIndexAndItIsSaidWhy() throws IOException {
    List<String> lines = new ArrayList<>(dataLines(text));
    java.util.Collections.reverse(lines);
    String reversed = VcfMaker.HEADER + String.join("\n", lines) + "\n";
    bench.write("in.vcf", reversed);
    Files.writeString(bench.path("out.vcf.gz"), "old");
    Files.writeString(bench.path("out.vcf.gz.tbi"), "old");
    VariantReport report = bench.run("in.vcf", "out.vcf.gz").overwrite().go();
    assertEquals(reversed, VcfMaker.stripped(bench.text("out.vcf.gz")));
    assertTrue(report.noIndex().orElse("").contains("sorted"), report.noIndex().toString());
    assertEquals(List.of("out.vcf.gz"), bench.leftovers());
  }

  @Test
  void aFolderOfShardsHoldsWholeFilesInOrderAndSaysWhenItIsDone() throws IOException {
    String plain = plain();
    bench.run("in.vcf", "shards/").partitions(4).go();
    List<String> joined = new ArrayList<>();
    List<String> names = new ArrayList<>();
    try (var files = Files.list(bench.path("shards"))) {
      files.map(file -> file.getFileName().toString()).sorted().forEach(names::add);
    }
    assertEquals("_SUCCESS", names.get(0));
    assertEquals(1 + 4 * 2, names.size());
    String header = plain.substring(0, plain.indexOf("\nchr1") + 1);
    for (String name : names) {
      if (name.endsWith(".gz")) {
        String shard = bench.text("shards/" + name);
        assertTrue(shard.startsWith(header), name);
        joined.addAll(dataLines(shard));
        assertTrue(names.contains(name + ".tbi"), name);
      }
    }
    assertEquals(dataLines(plain), joined);
    assertEquals(List.of("plain.vcf", "shards"), bench.leftovers());
  }

  @Test
  void whatAFailedAttemptAtAShardLeavesIsNotAmongTheShards() throws IOException {
    Bench.Run run =
        bench.run("in.vcf", "pieces:" + bench.path("shards") + "/").partitions(3).overwrite();
    Set<Integer> failed = ConcurrentHashMap.newKeySet();
    PiecesFileSystem.during(
        (doing, path) -> {
          TaskContext task = TaskContext.get();
          if (task != null && task.attemptNumber() == 0 && path.getName().endsWith(".tbi")) {
            failed.add(task.partitionId());
            throw new IOException("no index at first");
          }
        },
        run::go);
    assertEquals(Set.of(0, 1, 2), failed);
    try (var files = Files.list(bench.path("shards"))) {
      assertEquals(1 + 3 * 2, files.count());
    }
    assertEquals(List.of("shards"), bench.leftovers());
    PiecesFileSystem.during((doing, path) -> {}, run::go);
  }

  @Test
  void partsThatCannotBeDeletedAreNoReasonToFailWhenTheOutputIsComplete() throws IOException {
    Bench.Run run = bench.run("in.vcf", "pieces:" + bench.path("out.vcf"));
    PiecesFileSystem.during(
        (doing, path) -> {
          if (doing.equals("delete") && path.getName().equals(".out.vcf.parts")) {
            throw new IOException("busy");
          }
        },
        run::go);
    assertEquals(plain(), bench.text("out.vcf"));
    String said = bench.messages.toString(UTF_8);
    assertTrue(said.matches("(?s).*note: left behind: pieces:/.*/.out.vcf.parts: busy\n.*"), said);
    assertFalse(said.contains("are kept"), said);
  }

  @Test
  void standardOutputGetsTheSameText() throws IOException {
    String plain = plain();
    bench.run("in.vcf", "-").go();
    assertEquals(plain, bench.stdout.toString(UTF_8));
    assertEquals(List.of("plain.vcf"), bench.leftovers());
  }

  @Test
  void aWorkFolderIsUsedAndItsOtherFilesAreLeftAlone() throws IOException {
    Path work = Files.createDirectory(bench.path("work"));
    Files.writeString(work.resolve("precious"), "mine");
    bench.run("in.vcf", "out.vcf").workFolder(work).go();
    bench.run("in.vcf", "-").workFolder(work).go();
    assertEquals("mine", Files.readString(work.resolve("precious")));
    try (var files = Files.list(work)) {
      assertEquals(1, files.count());
    }
    assertEquals(bench.text("out.vcf"), bench.stdout.toString(UTF_8));
  }

  @Test
  void anOutputThatExistsIsReplacedOnlyWhenThatIsAskedFor() throws IOException {
    Files.writeString(bench.path("out.vcf"), "old");
    refused("exists; give --overwrite", bench.run("in.vcf", "out.vcf"));
    assertEquals("old", Files.readString(bench.path("out.vcf")));
    bench.run("in.vcf", "out.vcf").overwrite().go();
    assertEquals(text, VcfMaker.stripped(bench.text("out.vcf")));
    assertEquals(List.of("out.vcf"), bench.leftovers());
  }

  @Test
  void shardsReplaceShardsAndNothingElse() throws IOException {
    bench.run("in.vcf", "shards/").partitions(6).go();
    refused("exists; give --overwrite", bench.run("in.vcf", "shards/"));
    bench.run("in.vcf", "shards/").partitions(2).overwrite().go();
    try (var files = Files.list(bench.path("shards"))) {
      assertEquals(1 + 2 * 2, files.count());
    }
    Files.writeString(bench.path("shards/thesis.txt"), "mine");
    refused("thesis.txt in it is no shard", bench.run("in.vcf", "shards/").overwrite());
    assertEquals("mine", Files.readString(bench.path("shards/thesis.txt")));
  }

  @Test
  void aFolderIsNotReplacedByAFileNorAFileByAFolder() throws IOException {
    Files.createDirectories(bench.path("out.vcf/inner"));
    refused("is a folder, not a file", bench.run("in.vcf", "out.vcf").overwrite());
    refused("is a file, not a folder", bench.run("in.vcf", "in.vcf/").overwrite());
    assertTrue(Files.isDirectory(bench.path("out.vcf/inner")));
    assertEquals(text, Files.readString(bench.path("in.vcf")));
  }

  @Test
  void anInputMayBeReplacedByItsOwnOutput() throws IOException {
    String plain = plain();
    bench.run("in.vcf", "in.vcf").overwrite().go();
    assertEquals(plain, bench.text("in.vcf"));
  }

  @Test
  void aNameWithAColonIsAFileName() throws IOException {
    bench.write("in.12:30.vcf", text);
    bench.run("in.12:30.vcf", "out:1.vcf").go();
    assertEquals(text, VcfMaker.stripped(bench.text("out:1.vcf")));
  }

  private static void refused(String fragment, Bench.Run run) {
    String message = assertThrows(InputException.class, run::go).getMessage();
    assertTrue(message.contains(fragment), message);
  }
}

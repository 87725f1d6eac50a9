package org.splicespark.spark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.splicespark.error.InputException;
import org.splicespark.io.vcf.Compression;
import org.splicespark.io.vcf.PartWriter;
import org.splicespark.io.vcf.VcfLine;
import org.splicespark.io.vcf.VcfSplit;

/** When a part counts. */
@Tag("spark")
class PartStoreTest {
  @TempDir Path folder;

  private PartResult written(PartStore<PartResult> store, String attempt, String line)
      throws IOException {
    PartWriter writer = new PartWriter(store.create(attempt), Compression.PLAIN);
    writer.write(new VcfLine(line.getBytes(UTF_8)));
    writer.close();
    return new PartResult(0, attempt, writer.summary(), new Tally(), Map.of());
  }

  @Test
  void aPartCountsOnceItIsCommittedAndTheFirstCommitStays() throws IOException {
    Path parts = folder.resolve("parts");
    PartStore<PartResult> store =
        new PartStore<>(new HadoopFiles(new Configuration()), parts.toString());
    store.prepare("plan", false);
    PartResult first = written(store, "a", "chr1\t1\t.\tA\tC\t.\t.\tFIRST\n");
    PartResult second = written(store, "b", "chr1\t1\t.\tA\tC\t.\t.\tSECOND\n");
    assertEquals(Optional.empty(), store.finished(0));
    assertEquals(0, store.countFinished());
    assertSame(first, store.commit(first, 1));
    assertEquals("a", store.commit(second, 2).file());
    assertEquals(1, store.countFinished());
    assertTrue(Files.readString(parts.resolve(first.file())).contains("FIRST"));
    assertEquals(first.summary().bytes(), store.finished(0).orElseThrow().summary().bytes());
    assertTrue(Files.notExists(parts.resolve("b")));
  }

  /** The cores that Spark has when a run is resumed are not those it had; the cuts must be. */
  @Test
  void aResumedRunKeepsTheCutsOfTheRunThatBegan() throws IOException {
    String parts = folder.resolve("parts").toString();
    PartStore<PartResult> store = new PartStore<>(new HadoopFiles(new Configuration()), parts);
    VcfSplit[] began = {new VcfSplit(10, 60), new VcfSplit(60, 100)};
    VcfSplit[] other = {new VcfSplit(10, 100)};
    store.prepare("plan", false);
    assertArrayEquals(began, store.decided("splits", () -> began));
    store.prepare("plan", true);
    assertArrayEquals(began, store.decided("splits", () -> other));
    store.prepare("plan", false);
    assertArrayEquals(other, store.decided("splits", () -> other));
  }

  /** What tasks of a run still write after it has ended does not mix with another run's. */
  @Test
  void whatAnEarlierRunsTasksStillWriteCountsOnlyForARunThatResumesIt() throws IOException {
    HadoopFiles files = new HadoopFiles(new Configuration());
    String parts = folder.resolve("parts").toString();
    PartStore<PartResult> first = new PartStore<>(files, parts);
    PartStore<PartResult> second = new PartStore<>(files, parts);
    first.prepare("plan", false);
    String refused =
        assertThrows(InputException.class, () -> second.prepare("plan", true)).getMessage();
    assertTrue(refused.contains("another run is at work here"), refused);
    PartResult one = written(first, first.attempt(0), "chr1\t1\t.\tA\tC\t.\t.\tFIRST\n");
    first.close();
    second.prepare("plan", true);
    assertNotEquals(first.attempt(0), second.attempt(0));
    first.commit(one, 0);
    assertEquals(1, second.countFinished());
    second.prepare("plan", false);
    assertThrows(IOException.class, () -> first.commit(one, 0));
    assertEquals(0, second.countFinished());
    second.delete();
    assertThrows(IOException.class, () -> first.create("late"));
    assertTrue(Files.notExists(folder.resolve("parts")));
  }

  @Test
  void aRunThatWasTakenOverDoesNotFinish() throws IOException {
    Path parts = folder.resolve("parts");
    PartStore<PartResult> store =
        new PartStore<>(new HadoopFiles(new Configuration()), parts.toString());
    store.prepare("plan", false);
    Files.writeString(parts.resolve(Heartbeat.FILE), "another");
    assertThrows(InputException.class, () -> store.requireSame("plan", changed -> changed));
    store.delete();
    assertTrue(Files.exists(parts));
  }

  @Test
  void allThatIsFinishedAndWholeIsFoundInItsOrder() throws IOException {
    Path parts = folder.resolve("parts");
    PartStore<PartResult> store =
        new PartStore<>(new HadoopFiles(new Configuration()), parts.toString());
    store.prepare("plan", false);
    assertEquals(List.of(), store.finished());
    for (int part = 11; part >= 0; part--) {
      PartResult one = written(store, "file-" + part, "chr1\t1\t.\tA\tC\t.\t.\tX\n");
      store.commit(new PartResult(part, one.file(), one.summary(), one.tally(), Map.of()), 1);
    }
    Files.writeString(parts.resolve("file-3"), "cut short");
    Files.delete(parts.resolve("file-5"));
    Path note = note(parts, 8);
    Files.write(note, Arrays.copyOf(Files.readAllBytes(note), 20));
    Files.write(note(parts, 9), new byte[0]);
    assertEquals(Optional.empty(), store.finished(8));
    assertEquals(
        List.of(0, 1, 2, 4, 6, 7, 10, 11),
        store.finished().stream().map(PartResult::part).toList());
  }

  private static Path note(Path parts, int part) throws IOException {
    String beginning = String.format("part-%06d.", part);
    try (var all = Files.list(parts)) {
      return all.filter(one -> one.getFileName().toString().startsWith(beginning))
          .findAny()
          .orElseThrow();
    }
  }
}

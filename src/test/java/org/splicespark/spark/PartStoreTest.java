package org.splicespark.spark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.splicespark.io.vcf.Compression;
import org.splicespark.io.vcf.PartWriter;
import org.splicespark.io.vcf.VcfLine;
import org.splicespark.io.vcf.VcfSplit;

/** When a part counts. */
@Tag("spark")
class PartStoreTest {
  @TempDir Path folder;

  private PartResult written(PartStore store, String attempt, String line) throws IOException {
    PartWriter writer = new PartWriter(store.create(attempt), Compression.PLAIN);
    writer.write(new VcfLine(line.getBytes(UTF_8)));
    writer.close();
    return new PartResult(0, writer.summary(), new Tally());
  }

  @Test
  void aPartCountsOnceItIsCommittedAndTheFirstCommitStays() throws IOException {
    Path parts = folder.resolve("parts");
    PartStore store = new PartStore(new HadoopFiles(new Configuration()), parts.toString());
    store.prepare("plan", false);
    PartResult first = written(store, "a", "chr1\t1\t.\tA\tC\t.\t.\tFIRST\n");
    PartResult second = written(store, "b", "chr1\t1\t.\tA\tC\t.\t.\tSECOND\n");
    assertEquals(Optional.empty(), store.finished(0));
    assertEquals(0, store.countFinished());
    store.commit(first, "a");
    store.commit(second, "b");
    assertEquals(1, store.countFinished());
    assertTrue(Files.readString(parts.resolve(first.name())).contains("FIRST"));
    assertEquals(first.summary().bytes(), store.finished(0).orElseThrow().summary().bytes());
    assertTrue(Files.notExists(parts.resolve("b")));
  }

  /** The cores that Spark has when a run is resumed are not those it had; the cuts must be. */
  @Test
  void aResumedRunKeepsTheCutsOfTheRunThatBegan() throws IOException {
    String parts = folder.resolve("parts").toString();
    PartStore store = new PartStore(new HadoopFiles(new Configuration()), parts);
    List<VcfSplit> began = List.of(new VcfSplit(10, 60), new VcfSplit(60, 100));
    List<VcfSplit> other = List.of(new VcfSplit(10, 100));
    store.prepare("plan", false);
    assertEquals(began, store.splits(() -> began));
    store.prepare("plan", true);
    assertEquals(began, store.splits(() -> other));
    store.prepare("plan", false);
    assertEquals(other, store.splits(() -> other));
  }
}

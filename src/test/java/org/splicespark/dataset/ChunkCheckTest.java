package org.splicespark.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.splicespark.testing.MemoryChunks;

class ChunkCheckTest {

  @Test
  void goodChunksAreCounted() {
    Chunk site = Chunks.with(Chunks.empty(), Chunk.DONOR, 70, "CAG", "GTAAGT");
    ChunkCheck check = check(List.of(site, Chunks.endingAt(1234)), List.of(site));
    assertEquals(List.of(), check.faults());
    assertEquals(0, check.faultCount());
    assertEquals(3, check.chunks());
    assertEquals(2 * 5000 + 1234, check.labelledBases());
    assertEquals(5000 - 1234, check.beyond());
    assertEquals(2, check.donors());
    assertEquals(0, check.acceptors());
    assertEquals(2, check.composition().donors().sites());
  }

  @Test
  void aLabelAfterTheGenesEndIsAFault() {
    Chunk chunk = Chunks.endingAt(100);
    chunk.labels()[200] = Chunk.ACCEPTOR;
    assertFaults(
        check(List.of(), List.of(Chunks.empty(), chunk)),
        "shard 1, chunk 1: labelled base 200 has label 1 after the end");
  }

  @Test
  void aLabelThatIsNoneIsAFault() {
    Chunk chunk = Chunks.empty();
    chunk.labels()[7] = 4;
    assertFaults(check(List.of(chunk)), "shard 0, chunk 0: labelled base 7 has label 4");
  }

  @Test
  void aCodeThatIsNoneIsAFaultInTheContextToo() {
    Chunk below = Chunks.empty();
    below.codes()[0] = -1;
    Chunk above = Chunks.empty();
    above.codes()[Chunk.LENGTH - 1] = 5;
    assertFaults(
        check(List.of(below, above)),
        "shard 0, chunk 0: base 0 has code -1",
        "shard 0, chunk 1: base 14999 has code 5");
  }

  @Test
  void aShardThatHasFewerChunksThanItSaysIsAFault() {
    ChunkSource source =
        new ChunkSource() {
          @Override
          public int shards() {
            return 1;
          }

          @Override
          public int count(int shard) {
            return 3;
          }

          @Override
          public Iterator<Chunk> read(int shard) {
            return List.of(Chunks.empty()).iterator();
          }

          @Override
          public void close() {}
        };
    assertFaults(ChunkCheck.of(source), "shard 0 has 1 chunks and says 3");
  }

  @Test
  void onlyTheFirstFaultsAreKeptAsText() {
    Chunk bad = Chunks.empty();
    bad.labels()[0] = 9;
    ChunkCheck check = check(Collections.nCopies(30, bad));
    assertEquals(20, check.faults().size());
    assertEquals(30, check.faultCount());
    assertEquals(30, check.chunks());
    assertEquals(20, check.plus(check).faults().size());
    assertEquals(60, check.plus(check).faultCount());
  }

  @Test
  void shardsCheckedApartAddUpToTheWhole() {
    Chunk bad = Chunks.empty();
    bad.codes()[3] = 8;
    Chunk site = Chunks.with(Chunks.endingAt(400), Chunk.ACCEPTOR, 70, "TTTCAG", "GT");
    ChunkSource source = new MemoryChunks(List.of(List.of(site, bad), List.of(site)));
    ChunkCheck whole = ChunkCheck.of(source);
    ChunkCheck sum = ChunkCheck.of(source, 0).plus(ChunkCheck.of(source, 1));
    assertEquals(whole.faults(), sum.faults());
    assertEquals(whole.faultCount(), sum.faultCount());
    assertEquals(whole.chunks(), sum.chunks());
    assertEquals(whole.labelledBases(), sum.labelledBases());
    assertEquals(2, sum.acceptors());
    assertEquals(whole.composition().acceptors().pairs(), sum.composition().acceptors().pairs());
  }

  @SafeVarargs
  private static ChunkCheck check(List<Chunk>... shards) {
    return ChunkCheck.of(new MemoryChunks(List.of(shards)));
  }

  private static void assertFaults(ChunkCheck check, String... expected) {
    assertEquals(List.of(expected), check.faults());
    assertEquals(expected.length, check.faultCount());
  }
}

package org.splicespark.dataset;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * What a look through all chunks of a source finds: how many there are, what they hold, and what is
 * wrong with them. Checks of several shards add up.
 */
public final class ChunkCheck implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Faults that are kept as text; further ones are only counted. */
  public static final int FAULTS_KEPT = 20;

  private long chunks;
  private long faultCount;
  private final long[] labels = new long[Chunk.BEYOND + 1];
  private MotifComposition composition = new MotifComposition();
  private final List<String> faults = new ArrayList<>();

  private ChunkCheck() {}

  /**
   * Goes through all shards; the source stays open.
   *
   * @throws org.splicespark.error.InputException as {@link ChunkSource#read}
   */
  public static ChunkCheck of(ChunkSource source) {
    ChunkCheck check = new ChunkCheck();
    for (int shard = 0; shard < source.shards(); shard++) {
      check.look(source, shard);
    }
    return check;
  }

  /** Goes through one shard; the source stays open. */
  public static ChunkCheck of(ChunkSource source, int shard) {
    ChunkCheck check = new ChunkCheck();
    check.look(source, shard);
    return check;
  }

  private void look(ChunkSource source, int shard) {
    int seen = 0;
    for (Iterator<Chunk> read = source.read(shard); read.hasNext(); seen++) {
      look(read.next(), "shard " + shard + ", chunk " + seen + ": ");
    }
    if (seen != source.count(shard)) {
      fault("shard " + shard + " has " + seen + " chunks and says " + source.count(shard));
    }
  }

  private void look(Chunk chunk, String where) {
    chunks++;
    Optional<String> fault = ChunkFault.in(chunk);
    if (fault.isPresent()) {
      fault(where + fault.get());
      return;
    }
    for (byte label : chunk.labels()) {
      labels[label]++;
    }
    composition.add(chunk);
  }

  private void fault(String text) {
    faultCount++;
    if (faults.size() < FAULTS_KEPT) {
      faults.add(text);
    }
  }

  /** Both checks as one, the other's faults last; neither is changed. */
  public ChunkCheck plus(ChunkCheck other) {
    ChunkCheck sum = new ChunkCheck();
    sum.chunks = chunks + other.chunks;
    for (int i = 0; i < labels.length; i++) {
      sum.labels[i] = labels[i] + other.labels[i];
    }
    sum.composition = composition.plus(other.composition);
    faults.forEach(sum::fault);
    other.faults.forEach(sum::fault);
    sum.faultCount = faultCount + other.faultCount;
    return sum;
  }

  /** Chunks seen, with those that have a fault. */
  public long chunks() {
    return chunks;
  }

  /** Bases inside genes; as everything below, of chunks without fault. */
  public long labelledBases() {
    return labels[Chunk.NEITHER] + acceptors() + donors();
  }

  /** Places behind genes' ends. */
  public long beyond() {
    return labels[Chunk.BEYOND];
  }

  public long acceptors() {
    return labels[Chunk.ACCEPTOR];
  }

  public long donors() {
    return labels[Chunk.DONOR];
  }

  /** The bases around the sites. */
  public MotifComposition composition() {
    return composition;
  }

  /** The first {@value #FAULTS_KEPT} faults, one line each, naming shard and chunk from 0. */
  public List<String> faults() {
    return List.copyOf(faults);
  }

  /** All faults, with those not kept; a chunk has one at most. */
  public long faultCount() {
    return faultCount;
  }
}

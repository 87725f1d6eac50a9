package org.splicespark.train;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * What one worker trains on in one epoch, in order.
 *
 * @param shards the worker's, in the order of visits
 * @param counts chunks of every shard of the data set
 */
public record WorkerOrder(long seed, int epoch, List<Integer> shards, List<Integer> counts)
    implements Serializable {
  public WorkerOrder {
    shards = List.copyOf(shards);
    counts = List.copyOf(counts);
  }

  /** One chunk: a shard and the place within it, both from 0. */
  public record Place(int shard, int index) implements Serializable {}

  /** Number of chunks. */
  public int chunks() {
    return shards.stream().mapToInt(counts::get).sum();
  }

  /** Number of batches; the last is smaller if chunks are left over, and is not dropped. */
  public int batches(int batchSize) {
    return (int) Math.ceil((double) chunks() / batchSize);
  }

  /** The order in which chunks of a shard are visited: places within it. */
  public int[] within(int shard) {
    return Permutation.of(counts.get(shard), seed, epoch, shard);
  }

  /**
   * The batches from the n-th on. A batch may begin in one shard and end in the next.
   *
   * @param first number of the first batch, from 0
   */
  public Iterator<List<Place>> from(int first, int batchSize) {
    Places places = new Places();
    places.skip((long) first * batchSize);
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return places.hasNext();
      }

      @Override
      public List<Place> next() {
        List<Place> batch = new ArrayList<>();
        do {
          batch.add(places.next());
        } while (batch.size() < batchSize && places.hasNext());
        return batch;
      }
    };
  }

  /** Holds the order of one shard at a time. */
  private final class Places implements Iterator<Place> {
    private int visit;
    private int at;
    private int[] order = new int[0];

    /** Passes over whole shards without drawing their order. */
    void skip(long chunks) {
      while (visit < shards.size() && chunks >= counts.get(shards.get(visit))) {
        chunks -= counts.get(shards.get(visit++));
      }
      for (; chunks > 0 && hasNext(); chunks--) {
        next();
      }
    }

    @Override
    public boolean hasNext() {
      while (at == order.length && visit < shards.size()) {
        order = within(shards.get(visit++));
        at = 0;
      }
      return at < order.length;
    }

    @Override
    public Place next() {
      if (!hasNext()) {
        throw new NoSuchElementException("the epoch's chunks are all visited");
      }
      return new Place(shards.get(visit - 1), order[at++]);
    }
  }
}

package org.splicespark.train;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which chunks are trained on in which order: a pure function of seed, epoch, the shards' sizes and
 * the number of workers, so that a task that runs again sees what it saw before. In an epoch every
 * chunk is trained on once, by one worker.
 *
 * <p>Shards are put into random order. They are dealt longest first, those of one length in random
 * order, each to the worker that has the fewest chunks so far (Graham 1969): no worker then has
 * more than another by more than its smallest shard. A worker visits its shards in the random
 * order, the chunks of a shard in a random order of their own; with one worker this is the plain
 * loop over shuffled shards.
 *
 * @param counts chunks of each shard
 * @param workers those without a shard, if there are more workers than shards, have nothing to do
 */
public record EpochOrder(long seed, List<Integer> counts, int workers) implements Serializable {
  public EpochOrder {
    counts = List.copyOf(counts);
    if (workers < 1 || counts.stream().anyMatch(count -> count < 0)) {
      throw new IllegalArgumentException(workers + " workers for shards of " + counts);
    }
  }

  /** What one worker trains on in an epoch. */
  public WorkerOrder worker(int epoch, int worker) {
    return new WorkerOrder(seed, epoch, dealt(epoch).get(worker), counts);
  }

  /** The workers' parts of an epoch. */
  public List<WorkerOrder> all(int epoch) {
    return dealt(epoch).stream()
        .map(shards -> new WorkerOrder(seed, epoch, shards, counts))
        .toList();
  }

  /**
   * Steps in an epoch: the batches of the worker with the most. It differs between epochs where
   * shards differ in length.
   */
  public int steps(int epoch, int batchSize) {
    return all(epoch).stream().mapToInt(order -> order.batches(batchSize)).max().orElse(0);
  }

  /** The shards of each worker, in the order of visits. */
  private List<List<Integer>> dealt(int epoch) {
    int[] order = Permutation.of(counts.size(), seed, epoch);
    int[] owner = owners(order);
    List<List<Integer>> shares = new ArrayList<>();
    for (int worker = 0; worker < workers; worker++) {
      int mine = worker;
      shares.add(IntStream.of(order).filter(shard -> owner[shard] == mine).boxed().toList());
    }
    return shares;
  }

  private int[] owners(int[] order) {
    int[] owner = new int[order.length];
    long[] load = new long[workers];
    IntStream.of(order)
        .boxed()
        // The sort is stable: shards of one length stay in random order.
        .sorted(Comparator.comparing(counts::get).reversed())
        .forEach(
            shard -> {
              owner[shard] = leastLoaded(load);
              load[owner[shard]] += counts.get(shard);
            });
    return owner;
  }

  private static int leastLoaded(long[] load) {
    int least = 0;
    for (int worker = 1; worker < load.length; worker++) {
      least = load[worker] < load[least] ? worker : least;
    }
    return least;
  }
}

package org.splicespark.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.IntSummaryStatistics;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.splicespark.train.WorkerOrder.Place;

class EpochOrderTest {
  private static final int ROUNDS = 300;

  @Test
  void everyChunkIsTrainedOnOnceInAnEpoch() {
    forRandomOrders(
        (order, random) -> {
          List<Place> visited = new ArrayList<>();
          order.all(random.nextInt(20)).forEach(worker -> visited.addAll(places(worker, 0, 7)));
          Set<Place> chunks = new HashSet<>(visited);
          assertEquals(sum(order.counts()), visited.size());
          assertEquals(visited.size(), chunks.size());
          assertTrue(
              chunks.stream()
                  .allMatch(c -> c.index() >= 0 && c.index() < order.counts().get(c.shard())));
        });
  }

  @Test
  void noWorkerHasMoreThanAnotherByMoreThanItsSmallestShard() {
    forRandomOrders(
        (order, random) -> {
          List<WorkerOrder> workers = order.all(random.nextInt(20));
          IntSummaryStatistics chunks =
              workers.stream().mapToInt(WorkerOrder::chunks).summaryStatistics();
          for (WorkerOrder worker : workers) {
            int smallest = worker.shards().stream().mapToInt(order.counts()::get).min().orElse(0);
            assertTrue(worker.chunks() - chunks.getMin() <= smallest, order.toString());
          }
        });
  }

  @Test
  void batchesAreFullButForTheLast() {
    forRandomOrders(
        (order, random) -> {
          int size = 1 + random.nextInt(9);
          WorkerOrder worker = order.worker(3, random.nextInt(order.workers()));
          List<List<Place>> batches = new ArrayList<>();
          worker.from(0, size).forEachRemaining(batches::add);
          assertEquals(worker.batches(size), batches.size());
          for (int i = 0; i < batches.size() - 1; i++) {
            assertEquals(size, batches.get(i).size());
          }
          assertEquals(worker.chunks(), batches.stream().mapToInt(List::size).sum());
          assertTrue(order.steps(3, size) >= batches.size());
        });
  }

  @Test
  void beginningAtTheNthBatchIsTheSameAsPassingOverThoseBefore() {
    forRandomOrders(
        (order, random) -> {
          WorkerOrder worker = order.worker(1, 0);
          int size = 1 + random.nextInt(9);
          int first = random.nextInt(worker.batches(size) + 2);
          List<Place> all = places(worker, 0, size);
          List<Place> rest = all.subList(Math.min(all.size(), first * size), all.size());
          assertEquals(rest, places(worker, first, size));
        });
  }

  @Test
  void oneWorkerLoopsOverShuffledShards() {
    EpochOrder order = new EpochOrder(42, List.of(4, 0, 9, 2, 4), 1);
    WorkerOrder worker = order.worker(2, 0);
    assertEquals(Set.of(0, 1, 2, 3, 4), new HashSet<>(worker.shards()));
    List<Place> loop = new ArrayList<>();
    for (int shard : worker.shards()) {
      IntStream.of(worker.within(shard)).forEach(index -> loop.add(new Place(shard, index)));
    }
    assertEquals(loop, places(worker, 0, 5));
  }

  @Test
  void aShardIsVisitedInTheSameOrderWhoeverHasIt() {
    List<Integer> counts = List.of(30, 20, 40, 10);
    WorkerOrder alone = new EpochOrder(7, counts, 1).worker(4, 0);
    for (WorkerOrder worker : new EpochOrder(7, counts, 3).all(4)) {
      List<Integer> left = new ArrayList<>(alone.shards());
      left.retainAll(worker.shards());
      assertEquals(left, worker.shards());
      assertEquals(
          places(alone, 0, 1).stream().filter(p -> left.contains(p.shard())).toList(),
          places(worker, 0, 1));
    }
  }

  @Test
  void ordersDependOnSeedAndEpoch() {
    List<Integer> counts = List.of(50, 50, 50);
    List<Place> order = places(new EpochOrder(1, counts, 1).worker(1, 0), 0, 9);
    assertEquals(order, places(new EpochOrder(1, counts, 1).worker(1, 0), 0, 9));
    assertNotEquals(order, places(new EpochOrder(2, counts, 1).worker(1, 0), 0, 9));
    assertNotEquals(order, places(new EpochOrder(1, counts, 1).worker(2, 0), 0, 9));
  }

  @Test
  void everyOrderOfThreeComesUpAsOften() {
    int[] seen = new int[27];
    int draws = 60_000;
    for (int seed = 0; seed < draws; seed++) {
      int[] order = Permutation.of(3, seed, 5);
      seen[9 * order[0] + 3 * order[1] + order[2]]++;
    }
    int[] counts = IntStream.of(seen).filter(count -> count > 0).toArray();
    assertEquals(6, counts.length);
    // 10,000 expected, standard deviation 91.
    assertTrue(IntStream.of(counts).allMatch(count -> Math.abs(count - 10_000) < 460));
  }

  @Test
  void anOrderStaysWhatItWasInEarlierReleases() {
    // A training that a later release resumes must go on with the same chunks. The numbers are also
    // those of the generator written down in Python.
    assertEquals("[2, 4, 1, 3, 0]", Arrays.toString(Permutation.of(5, 42, 0)));
    assertEquals(List.of(1, 0, 2), new EpochOrder(42, List.of(5, 5, 5), 1).worker(1, 0).shards());
  }

  @Test
  void aWorkerWithoutShardHasNothingToDo() {
    WorkerOrder idle = new EpochOrder(1, List.of(3), 2).worker(0, 1);
    assertEquals(0, idle.batches(36));
    Iterator<List<Place>> batches = idle.from(0, 36);
    assertFalse(batches.hasNext());
    assertThrows(NoSuchElementException.class, batches::next);
  }

  @Test
  void noWorkersAreRejected() {
    assertThrows(IllegalArgumentException.class, () -> new EpochOrder(1, List.of(3), 0));
    assertThrows(IllegalArgumentException.class, () -> new EpochOrder(1, List.of(-3), 1));
  }

  private interface Property {
    void check(EpochOrder order, Random random);
  }

  private static void forRandomOrders(Property property) {
    for (int seed = 0; seed < ROUNDS; seed++) {
      Random random = new Random(seed);
      List<Integer> counts = random.ints(random.nextInt(12), 0, 30).boxed().toList();
      property.check(new EpochOrder(random.nextLong(), counts, 1 + random.nextInt(5)), random);
    }
  }

  private static List<Place> places(WorkerOrder worker, int first, int size) {
    List<Place> places = new ArrayList<>();
    worker.from(first, size).forEachRemaining(places::addAll);
    return places;
  }

  private static int sum(List<Integer> counts) {
    return counts.stream().mapToInt(Integer::intValue).sum();
  }
}

package org.splicespark.spark.training;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;
import org.splicespark.model.Compute;
import org.splicespark.model.Flank;
import org.splicespark.spark.ExecutorResources;
import org.splicespark.spark.TaskCompute;
import org.splicespark.train.LearnerOpener;
import org.splicespark.train.LearnerParameters;

/**
 * The idle seats of one kind on an executor. A task takes one that has its shard in memory, else
 * any, or a new one if all are taken, and puts it back when it ends well; every task restores its
 * learner's state, so any will do. A task that fails closes its seat: nobody knows what state it is
 * in.
 */
final class Seats implements AutoCloseable {
  private final Deque<Seat> idle = new ArrayDeque<>();

  private record Key(Class<?> opener, Flank flank, LearnerParameters parameters, Compute compute) {}

  /**
   * Works with a seat on the device of the task that calls.
   *
   * @param first shard that the work will ask for
   */
  static <T> T with(
      Flank flank,
      LearnerParameters parameters,
      Compute wanted,
      LearnerOpener opener,
      DatasetFiles.Shard first,
      Function<Seat, T> work) {
    Compute compute = TaskCompute.of(wanted);
    Key key = new Key(opener.getClass(), flank, parameters, compute);
    Seats seats = ExecutorResources.get(key, Seats.class, Seats::new);
    Seat seat = seats.take(first);
    if (seat == null) {
      seat = new Seat(opener.open(flank, parameters, compute));
    }
    boolean well = false;
    try {
      T done = work.apply(seat);
      well = true;
      return done;
    } finally {
      if (well) {
        seats.putBack(seat);
      } else {
        seat.close();
      }
    }
  }

  private synchronized Seat take(DatasetFiles.Shard first) {
    for (Seat seat : idle) {
      if (seat.holds(first)) {
        idle.remove(seat);
        return seat;
      }
    }
    return idle.pollFirst();
  }

  private synchronized void putBack(Seat seat) {
    idle.addFirst(seat);
  }

  @Override
  public synchronized void close() {
    idle.forEach(Seat::close);
    idle.clear();
  }
}

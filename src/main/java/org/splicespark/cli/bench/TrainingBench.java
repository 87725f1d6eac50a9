package org.splicespark.cli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.splicespark.model.Compute;
import org.splicespark.model.Flank;

/**
 * Times steps of the optimizer, ours and a plain loop's of PyTorch in turn. Who begins changes from
 * round to round.
 *
 * @param steps of each round
 * @param python a command, or empty: then ours alone
 */
public record TrainingBench(
    int batchSize, int steps, int rounds, int threads, Optional<String> python) {

  /**
   * @param ours seconds of a step
   * @param handOver seconds of taking a state over and handing it back
   * @param peer seconds of a step; empty without Python
   * @param peerVersion PyTorch's
   */
  public record Result(
      Flank flank,
      Rounds ours,
      Rounds handOver,
      Optional<Rounds> peer,
      Optional<String> peerVersion) {

    /** Our seconds by theirs. */
    public Optional<Rounds> ratio() {
      return peer.map(ours::dividedBy);
    }
  }

  /** Measures one network, after a warm-up. */
  public Result run(Flank flank) {
    Compute compute = new Compute("cpu", threads, Compute.MathMode.FP32);
    try (LearnerTimer ours = new LearnerTimer(flank, batchSize, compute)) {
      if (python.isEmpty()) {
        return alternated(flank, ours, Optional.empty());
      }
      try (PythonTimer peer = new PythonTimer(python.get(), flank, batchSize, threads)) {
        return alternated(flank, ours, Optional.of(peer));
      }
    }
  }

  private Result alternated(Flank flank, LearnerTimer ours, Optional<PythonTimer> peer) {
    ours.run(1);
    peer.ifPresent(p -> p.run(1));
    List<Double> mine = new ArrayList<>();
    List<Double> theirs = new ArrayList<>();
    List<Double> handOver = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      boolean weBegin = round % 2 == 0;
      if (weBegin) {
        mine.add(ours.run(steps) / steps);
      }
      peer.ifPresent(p -> theirs.add(p.run(steps) / steps));
      if (!weBegin) {
        mine.add(ours.run(steps) / steps);
      }
      handOver.add(ours.handOver());
    }
    return new Result(
        flank,
        new Rounds(mine),
        new Rounds(handOver),
        peer.map(p -> new Rounds(theirs)),
        peer.map(PythonTimer::version));
  }
}

package org.splicespark.cli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.splicespark.cli.bench.StepTimer.Spent;
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
   * What a step took in each round.
   *
   * @param wall seconds on the clock
   * @param cpu seconds of the process
   */
  public record Steps(Rounds wall, Rounds cpu) {}

  /**
   * @param handOver seconds of taking a state over and handing it back
   * @param peer empty without Python
   * @param peerVersion PyTorch's
   */
  public record Result(
      Flank flank,
      Steps ours,
      Rounds handOver,
      Optional<Steps> peer,
      Optional<String> peerVersion) {

    /** Our seconds on the clock by theirs. */
    public Optional<Rounds> ratio() {
      return peer.map(steps -> ours.wall().dividedBy(steps.wall()));
    }

    /** The same of the processes' seconds. */
    public Optional<Rounds> cpuRatio() {
      return peer.map(steps -> ours.cpu().dividedBy(steps.cpu()));
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
    peer.ifPresent(timer -> timer.run(1));
    List<Spent> mine = new ArrayList<>();
    List<Spent> theirs = new ArrayList<>();
    List<Double> handOver = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      boolean weBegin = round % 2 == 0;
      if (weBegin) {
        mine.add(ours.run(steps));
      }
      peer.ifPresent(timer -> theirs.add(timer.run(steps)));
      if (!weBegin) {
        mine.add(ours.run(steps));
      }
      handOver.add(ours.handOver());
    }
    return new Result(
        flank,
        perStep(mine),
        new Rounds(handOver),
        peer.map(timer -> perStep(theirs)),
        peer.map(PythonTimer::version));
  }

  private Steps perStep(List<Spent> spent) {
    return new Steps(perStep(spent, Spent::wall), perStep(spent, Spent::cpu));
  }

  private Rounds perStep(List<Spent> spent, ToDoubleFunction<Spent> which) {
    return new Rounds(spent.stream().map(s -> which.applyAsDouble(s) / steps).toList());
  }
}

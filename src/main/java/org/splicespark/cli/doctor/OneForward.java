package org.splicespark.cli.doctor;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.splicespark.djl.DjlModels;
import org.splicespark.model.Batch;
import org.splicespark.model.Channels;
import org.splicespark.model.Compute;
import org.splicespark.model.ModelSource;
import org.splicespark.model.Probabilities;
import org.splicespark.model.SiteType;
import org.splicespark.model.SpliceModel;
import org.splicespark.spark.survey.NetworkProbe;

/**
 * Runs a model once on a sequence of one base and its context, and looks whether the answer is one.
 *
 * @param models what is run
 */
public record OneForward(ModelSource models) implements NetworkProbe {
  private static final double TOLERANCE = 1e-3;

  @Override
  public Answer look(Compute compute) {
    int gpus = -1;
    try {
      gpus = DjlModels.gpus();
      try (SpliceModel model = DjlModels.open(models, compute)) {
        byte[] bases = new byte[model.flank() + 1];
        Arrays.fill(bases, (byte) 'A');
        long started = System.nanoTime();
        Probabilities answer = model.score(Batch.of(List.of(bases)));
        long millis = (System.nanoTime() - started) / 1_000_000;
        return new Answer(compute.device(), gpus, millis, problem(answer));
      }
    } catch (RuntimeException | LinkageError e) {
      return new Answer(compute.device(), gpus, 0, String.valueOf(e.getMessage()));
    }
  }

  @Override
  public Optional<String> unpacksTo() {
    return Optional.of(DjlModels.nativeFolder());
  }

  private static String problem(Probabilities answer) {
    return answer.channels().meaning() == Channels.Meaning.SITES
        ? problemOfSites(answer)
        : problemOfTissues(answer);
  }

  private static String problemOfTissues(Probabilities answer) {
    for (float value : answer.values()) {
      if (!(value >= 0 && value <= 1)) {
        return "the network's probability is " + value + "; libtorch computes wrongly here";
      }
    }
    return "";
  }

  /** The classes of one base are all there is. */
  private static String problemOfSites(Probabilities answer) {
    double sum = 0;
    for (SiteType type : SiteType.values()) {
      sum += answer.at(0, type, 0);
    }
    return Math.abs(sum - 1) < TOLERANCE
        ? ""
        : "the network's probabilities add up to " + sum + "; libtorch computes wrongly here";
  }
}

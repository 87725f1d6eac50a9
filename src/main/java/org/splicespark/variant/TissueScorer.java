package org.splicespark.variant;

import java.util.Arrays;
import java.util.List;
import org.splicespark.model.Channels;
import org.splicespark.variant.Score.Peak;

/**
 * From probabilities of a splice site in several tissues to one gain and one loss: at each base the
 * tissue counts where the change is largest, each way.
 */
final class TissueScorer implements TrackScorer {
  private final ScoringParameters parameters;
  private final int[] tissues;
  private final int channels;
  private final int replicates;

  /**
   * @param channels what a network answers
   * @param replicates networks that answer
   * @throws IllegalArgumentException if it knows no tissue, or not one that is asked for
   */
  TissueScorer(ScoringParameters parameters, Channels channels, int replicates) {
    if (channels.meaning() != Channels.Meaning.TISSUES) {
      throw new IllegalArgumentException("a model that knows no tissue: " + channels);
    }
    this.parameters = parameters;
    this.channels = channels.count();
    this.replicates = replicates;
    List<String> wanted = parameters.tissues().isEmpty() ? channels.names() : parameters.tissues();
    this.tissues = wanted.stream().mapToInt(name -> index(channels, name)).toArray();
  }

  private static int index(Channels channels, String tissue) {
    int index = channels.names().indexOf(tissue);
    if (index < 0) {
      throw new IllegalArgumentException("no tissue " + tissue + " in " + channels.names());
    }
    return index;
  }

  @Override
  public TissueScore score(Answered answered) {
    Query query = answered.query();
    float[] gain = filled(query, Float.NEGATIVE_INFINITY);
    float[] loss = filled(query, Float.NEGATIVE_INFINITY);
    for (int tissue : tissues) {
      float[] change = change(answered, tissue);
      for (int i = 0; i < gain.length; i++) {
        gain[i] = Math.max(gain[i], change[i]);
        loss[i] = Math.max(loss[i], -change[i]);
      }
    }
    if (parameters.masked()) {
      mask(answered, gain, loss);
    }
    Peak lowest = Peak.highest(loss, answered.firstPosition());
    return new TissueScore(
        Peak.highest(gain, answered.firstPosition()),
        new Peak(0f - lowest.score(), lowest.position()),
        parameters.masked() && answered.gene().boundaries().isEmpty());
  }

  /** The mean of the networks' changes, each lined up by itself. */
  private float[] change(Answered answered, int tissue) {
    Query query = answered.query();
    float[] change = new float[query.referenceOutputs()];
    for (int replicate = 0; replicate < replicates; replicate++) {
      Tracks.Pair pair = answered.tracks().of(replicate * channels + tissue);
      float[] alternate = Alignment.of(pair.alternate(), query, parameters.rules());
      for (int i = 0; i < change.length; i++) {
        change[i] += alternate[i] - pair.reference()[i];
      }
    }
    for (int i = 0; i < change.length; i++) {
      change[i] /= replicates;
    }
    return change;
  }

  private static float[] filled(Query query, float value) {
    float[] values = new float[query.referenceOutputs()];
    Arrays.fill(values, value);
    return values;
  }

  /** No gain at an annotated exon's first or last base, no loss elsewhere. */
  private static void mask(Answered answered, float[] gain, float[] loss) {
    int first = answered.query().firstOutput();
    for (int i = 0; i < gain.length; i++) {
      float[] hidden = answered.gene().boundaries().contains(first + i) ? gain : loss;
      hidden[i] = Math.min(hidden[i], 0f);
    }
  }
}

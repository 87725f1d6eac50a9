package org.splicespark.variant;

import java.util.List;
import java.util.function.Supplier;
import org.splicespark.genome.Strand;
import org.splicespark.model.Channels;
import org.splicespark.model.Probabilities;

/**
 * Answers every query with what a test says, in the order of the forward strand.
 *
 * @param reference channels x outputs
 * @param alternate channels x outputs
 */
record Scripted(Channels channels, float[][] reference, float[][] alternate)
    implements AlleleScorer {

  /** An acceptor's track; nothing else happens. */
  static Scripted acceptor(float[] reference, float[] alternate) {
    return new Scripted(
        Channels.SITES,
        new float[][] {new float[reference.length], reference, new float[reference.length]},
        new float[][] {new float[alternate.length], alternate, new float[alternate.length]});
  }

  @Override
  public int flank() {
    return 0;
  }

  @Override
  public Supplier<List<Tracks>> prepare(List<Query> queries) {
    return () -> queries.stream().map(this::tracks).toList();
  }

  private Tracks tracks(Query query) {
    boolean flipped = query.gene().strand() == Strand.MINUS;
    return Tracks.of(
        query, probabilities(reference, flipped), 0, 0, probabilities(alternate, flipped), 0);
  }

  private Probabilities probabilities(float[][] tracks, boolean flipped) {
    int length = tracks[0].length;
    float[] values = new float[tracks.length * length];
    for (int c = 0; c < tracks.length; c++) {
      for (int i = 0; i < length; i++) {
        values[c * length + i] = tracks[c][flipped ? length - 1 - i : i];
      }
    }
    return new Probabilities(channels, 1, length, values);
  }
}

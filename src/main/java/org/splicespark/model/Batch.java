package org.splicespark.model;

import java.util.List;
import org.splicespark.genome.DnaSequence;

/** One-hot sequences, N x 4 x L, row-major: what a model reads. Owns its array. */
public final class Batch {
  private final int count;
  private final int length;
  private final float[] values;

  private Batch(int count, int length) {
    this.count = count;
    this.length = length;
    this.values = new float[count * 4 * length];
  }

  /**
   * @param sequences upper-case bases on the strand that the model reads, all of one length; a base
   *     that is no A, C, G or T is all zero
   */
  public static Batch of(List<byte[]> sequences) {
    Batch batch = new Batch(sequences.size(), sequences.isEmpty() ? 0 : sequences.get(0).length);
    for (int n = 0; n < sequences.size(); n++) {
      batch.set(n, sequences.get(n));
    }
    return batch;
  }

  private void set(int n, byte[] bases) {
    if (bases.length != length) {
      throw new IllegalArgumentException(
          "a batch of " + length + " bases got one of " + bases.length);
    }
    for (int i = 0; i < length; i++) {
      int channel = DnaSequence.channel(bases[i]);
      if (channel >= 0) {
        values[(n * 4 + channel) * length + i] = 1f;
      }
    }
  }

  public int count() {
    return count;
  }

  public int length() {
    return length;
  }

  /** The array itself, N x 4 x L. Not to be written to. */
  public float[] values() {
    return values;
  }
}

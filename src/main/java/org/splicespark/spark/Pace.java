package org.splicespark.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * How far a job was when. However long it takes there are few samples: when there are too many,
 * every other is forgotten, and from then on half as many are taken.
 */
public final class Pace {
  private static final int MOST = 120;

  private final LongSupplier done;
  private final List<Sample> samples = new ArrayList<>();
  private long looks;
  private long every = 1;

  Pace(LongSupplier done) {
    this.done = done;
  }

  /**
   * @param seconds since the job began
   * @param done by then
   */
  public record Sample(double seconds, long done) {}

  /** Takes a sample, or leaves it. */
  synchronized void look(double seconds) {
    if (++looks % every != 0) {
      return;
    }
    samples.add(sample(seconds));
    if (samples.size() >= MOST) {
      for (int i = samples.size() - 2; i >= 0; i -= 2) {
        samples.remove(i);
      }
      every *= 2;
    }
  }

  /** All that were kept, and one of now. */
  synchronized List<Sample> samples(double seconds) {
    List<Sample> all = new ArrayList<>(samples);
    all.add(sample(seconds));
    return List.copyOf(all);
  }

  private Sample sample(double seconds) {
    double rounded = Double.parseDouble(String.format(Locale.ROOT, "%.1f", seconds));
    return new Sample(rounded, done.getAsLong());
  }
}

package org.splicespark.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PaceTest {
  @Test
  void aDayHasAsFewSamplesAsAMinuteAndIsCoveredEvenly() {
    AtomicLong done = new AtomicLong();
    Pace pace = new Pace(done::get);
    int day = 24 * 60 * 60;
    for (int second = 1; second <= day; second++) {
      done.set(10L * second);
      pace.look(second);
    }
    List<Pace.Sample> samples = pace.samples(day + 0.25);
    assertTrue(samples.size() > 50 && samples.size() <= 120, "" + samples.size());
    double widest = 0;
    double before = 0;
    for (Pace.Sample sample : samples) {
      assertTrue(sample.seconds() > before, sample.toString());
      widest = Math.max(widest, sample.seconds() - before);
      before = sample.seconds();
    }
    assertTrue(widest <= day / 30.0, "" + widest);
    assertEquals(new Pace.Sample(day + 0.3, 10L * day), samples.get(samples.size() - 1));
  }

  @Test
  void aJobThatWasOverAtOnceHasItsEnd() {
    assertEquals(List.of(new Pace.Sample(0.1, 7)), new Pace(() -> 7).samples(0.12));
  }
}

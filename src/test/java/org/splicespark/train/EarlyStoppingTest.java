package org.splicespark.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class EarlyStoppingTest {
  @Test
  void trainingEndsAfterAsManyEpochsWithoutANewBest() {
    EarlyStopping stopping = new EarlyStopping(2).after(1).after(0.5).after(0.7);
    assertFalse(stopping.stopped());
    assertTrue(stopping.after(0.6).stopped());
    assertFalse(stopping.after(0.4).after(0.45).stopped());
  }

  @Test
  void theSameLossAgainIsNoNewBest() {
    EarlyStopping first = new EarlyStopping(2).after(0.5);
    assertTrue(first.improved());
    assertFalse(first.after(0.5).improved());
    assertEquals(new EarlyStopping(2, 0.5, 1), first.after(0.5));
  }

  @Test
  void aLossThatIsNoNumberIsNoNewBest() {
    EarlyStopping stopping = new EarlyStopping(2).after(Double.NaN);
    assertFalse(stopping.improved());
    assertTrue(stopping.after(Double.POSITIVE_INFINITY).stopped());
    assertTrue(stopping.after(3).improved());
  }

  @Test
  void patienceBelowOneIsRejected() {
    assertThrows(IllegalArgumentException.class, () -> new EarlyStopping(0));
  }
}

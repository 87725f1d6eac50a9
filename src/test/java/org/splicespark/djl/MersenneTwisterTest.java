package org.splicespark.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class MersenneTwisterTest {

  @Test
  void theTenThousandthNumberIsThatOfTheStandard() {
    // ISO C++, [rand.predef]: mt19937 with its default seed.
    MersenneTwister random = new MersenneTwister(5489);
    for (int i = 1; i < 10_000; i++) {
      random.nextInt();
    }
    assertEquals(4123659995L, Integer.toUnsignedLong(random.nextInt()));
  }

  @Test
  void uniformNumbersStayWithinTheBoundAndFillIt() {
    MersenneTwister random = new MersenneTwister(1);
    float least = 1;
    float most = -1;
    for (int i = 0; i < 10_000; i++) {
      float x = random.nextUniform(0.25f);
      least = Math.min(least, x);
      most = Math.max(most, x);
    }
    assertTrue(least >= -0.25f && least < -0.249f, "" + least);
    assertTrue(most < 0.25f && most > 0.249f, "" + most);
  }
}

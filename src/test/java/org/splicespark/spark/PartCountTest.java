package org.splicespark.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Into how many parts an input is cut. */
class PartCountTest {

  @Test
  void everyCoreGetsSeveralPartsAndNoPartIsLarge() {
    assertEquals(100, new PartCount(100L << 20, 2).wanted());
    assertEquals(102_400, new PartCount(100L << 30, 4000).wanted());
    assertEquals(16, new PartCount(10L << 20, 2).wanted());
    assertEquals(102_400, new PartCount(100L << 30, 2).wanted());
  }

  @Test
  void aSmallFileIsNotCutIntoCrumbsNorAVastOneIntoMoreThanADriverKeeps() {
    assertEquals(1, new PartCount(100, 4000).wanted());
    assertEquals(50, new PartCount(100L << 10, 4000).wanted());
    assertEquals(200_000, new PartCount(1L << 50, 2).wanted());
  }

  @Test
  void aLargeClusterIsNotSentCrumbsButEveryCoreHasTwoParts() {
    assertEquals(9600, new PartCount(150L << 20, 4000).wanted());
    assertEquals(8000, new PartCount(20L << 20, 4000).wanted());
    assertEquals(4000, new PartCount(20L << 20, 500).wanted());
  }
}

package org.splicespark.genome;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class DnaSequenceTest {

  @Test
  void theChannelsAreInTheirOrder() {
    for (int i = 0; i < 4; i++) {
      assertEquals(i, DnaSequence.channel((byte) DnaSequence.CHANNELS.charAt(i)));
    }
  }

  @Test
  void anyOtherByteLightsNoChannel() {
    for (int b = Byte.MIN_VALUE; b <= Byte.MAX_VALUE; b++) {
      if ("ACGT".indexOf(b) < 0) {
        assertEquals(-1, DnaSequence.channel((byte) b));
      }
    }
  }

  @Test
  void theOtherStrandReadsBackwards() {
    assertArrayEquals(bytes("NAACGT"), DnaSequence.reverseComplement(bytes("ACGTTN")));
  }

  @Test
  void ambiguousBasesOfTheOtherStrandAreN() {
    assertArrayEquals(bytes("NNTN"), DnaSequence.reverseComplement(bytes("RAYn")));
  }

  @Test
  void theOtherStrandOfTheOtherStrandIsTheFirst() {
    Random random = new Random(1);
    for (int length = 0; length < 50; length++) {
      byte[] bases = new byte[length];
      for (int i = 0; i < length; i++) {
        bases[i] = (byte) "ACGTN".charAt(random.nextInt(5));
      }
      byte[] back = DnaSequence.reverseComplement(DnaSequence.reverseComplement(bases));
      assertArrayEquals(bases, back);
    }
  }

  @Test
  void aPlainAlleleHasFiveLettersAndAtLeastOne() {
    assertTrue(DnaSequence.isPlain(bytes("ACGTN")));
    assertFalse(DnaSequence.isPlain(bytes("")));
    assertFalse(DnaSequence.isPlain(bytes("acgt")));
    assertFalse(DnaSequence.isPlain(bytes("A*")));
    assertFalse(DnaSequence.isPlain(bytes("<DEL>")));
    assertFalse(DnaSequence.isPlain(bytes("AR")));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(US_ASCII);
  }
}

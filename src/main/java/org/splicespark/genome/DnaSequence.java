package org.splicespark.genome;

/**
 * Rules about bases that are needed in more than one place: complement, and which channel a base
 * lights.
 */
public final class DnaSequence {

  /** Channels of the one-hot encoding, in order. */
  public static final String CHANNELS = "ACGT";

  private static final byte[] COMPLEMENT = complements();

  private DnaSequence() {}

  /**
   * The channel (0 to 3) of an upper-case base, or -1 for anything but A, C, G and T: such a base
   * is all zero.
   */
  public static int channel(byte base) {
    return switch (base) {
      case 'A' -> 0;
      case 'C' -> 1;
      case 'G' -> 2;
      case 'T' -> 3;
      default -> -1;
    };
  }

  /** True if the allele consists of A, C, G, T and N only (upper case). */
  public static boolean isPlain(byte[] bases) {
    for (byte base : bases) {
      if (channel(base) < 0 && base != 'N') {
        return false;
      }
    }
    return bases.length > 0;
  }

  /** The other strand read in its own direction; a base that is no A, C, G or T becomes N. */
  public static byte[] reverseComplement(byte[] bases) {
    byte[] reversed = new byte[bases.length];
    for (int i = 0; i < bases.length; i++) {
      reversed[bases.length - 1 - i] = COMPLEMENT[bases[i] & 0x7f];
    }
    return reversed;
  }

  private static byte[] complements() {
    byte[] table = new byte[128];
    java.util.Arrays.fill(table, (byte) 'N');
    table['A'] = 'T';
    table['C'] = 'G';
    table['G'] = 'C';
    table['T'] = 'A';
    return table;
  }
}

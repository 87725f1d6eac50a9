package org.splicespark.dataset;

import java.util.Arrays;
import org.splicespark.genome.DnaSequence;

/** Chunks for tests. */
final class Chunks {
  private Chunks() {}

  /** Of A only, and without a site. */
  static Chunk empty() {
    return new Chunk(new byte[Chunk.LENGTH], new byte[Chunk.LABELLED]);
  }

  /** Whose labels from a place on are beyond the gene. */
  static Chunk endingAt(int place) {
    Chunk chunk = empty();
    Arrays.fill(chunk.labels(), place, Chunk.LABELLED, Chunk.BEYOND);
    return chunk;
  }

  /**
   * Puts a site with its bases.
   *
   * @param place of the labelled base among the labelled ones
   * @param left the bases up to the boundary between exon and intron
   * @param right the bases from the boundary on
   */
  static Chunk with(Chunk chunk, byte label, int place, String left, String right) {
    chunk.labels()[place] = label;
    int boundary = Chunk.SIDE + place + (label == Chunk.DONOR ? 1 : 0);
    String bases = left + right;
    for (int i = 0; i < bases.length(); i++) {
      int channel = DnaSequence.channel((byte) bases.charAt(i));
      chunk.codes()[boundary - left.length() + i] = channel < 0 ? Chunk.NO_BASE : (byte) channel;
    }
    return chunk;
  }
}

package org.splicespark.predict;

import java.util.ArrayList;
import java.util.List;
import org.splicespark.genome.DnaSequence;

/**
 * Where a sequence has bases worth asking about: runs of what is no A, C, G or T are passed over.
 */
final class Gaps {
  private Gaps() {}

  /** Positions in a sequence, half-open. */
  record Piece(int from, int to) {}

  /**
   * The stretches between long runs, none of which begins or ends within a run.
   *
   * @param bases upper case
   * @param from first position asked about
   * @param to position after the last
   * @param shortest run that is passed over; a shorter one costs less than another window
   */
  static List<Piece> between(byte[] bases, int from, int to, int shortest) {
    List<Piece> pieces = new ArrayList<>();
    int begun = -1;
    int last = -1;
    for (int i = from; i < to; i++) {
      if (isBase(bases[i])) {
        if (begun >= 0 && i - last - 1 > shortest) {
          pieces.add(new Piece(begun, last + 1));
          begun = -1;
        }
        begun = begun < 0 ? i : begun;
        last = i;
      }
    }
    if (begun >= 0) {
      pieces.add(new Piece(begun, last + 1));
    }
    return pieces;
  }

  static boolean isBase(byte base) {
    return DnaSequence.channel(base) >= 0;
  }
}

package org.splicespark.dataset;

import java.util.Optional;

/** What can be wrong with a chunk by itself. */
final class ChunkFault {
  private ChunkFault() {}

  /** The first fault of a chunk, in words; places are counted from 0. */
  static Optional<String> in(Chunk chunk) {
    return codes(chunk.codes()).or(() -> labels(chunk.labels()));
  }

  private static Optional<String> codes(byte[] codes) {
    for (int i = 0; i < codes.length; i++) {
      if (codes[i] < 0 || codes[i] > Chunk.NO_BASE) {
        return Optional.of("base " + i + " has code " + codes[i]);
      }
    }
    return Optional.empty();
  }

  private static Optional<String> labels(byte[] labels) {
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] < 0 || labels[i] > Chunk.BEYOND) {
        return Optional.of("labelled base " + i + " has label " + labels[i]);
      }
      // Behind a gene's end there is nothing more of it.
      if (i > 0 && labels[i - 1] == Chunk.BEYOND && labels[i] != Chunk.BEYOND) {
        return Optional.of("labelled base " + i + " has label " + labels[i] + " after the end");
      }
    }
    return Optional.empty();
  }
}

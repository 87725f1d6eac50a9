package org.splicespark.io.bigwig;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** All blocks of some parts, read as often as wanted, one at a time. */
record Blocks(List<BigWigPart> parts) {

  /** What is done with a block. */
  @FunctionalInterface
  interface Each {
    void accept(Block block) throws IOException;
  }

  void forEach(Each each) throws IOException {
    for (BigWigPart part : parts) {
      long count = part.summary().blocks();
      try (DataInputStream notes =
          new DataInputStream(new BufferedInputStream(new GZIPInputStream(part.notes().open())))) {
        for (long i = 0; i < count; i++) {
          each.accept(Block.read(notes));
        }
      }
    }
  }

  long count() {
    return parts.stream().mapToLong(part -> part.summary().blocks()).sum();
  }

  long bytes() {
    return parts.stream().mapToLong(part -> part.summary().bytes()).sum();
  }
}

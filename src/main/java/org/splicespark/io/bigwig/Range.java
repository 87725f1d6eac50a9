package org.splicespark.io.bigwig;

import htsjdk.tribble.util.LittleEndianOutputStream;
import java.io.IOException;

/** From a base of a contig to after a base of the same or a later one; contigs by number. */
record Range(int contig, int start, int lastContig, int end) {

  /** From this one's start to the end of a later one. */
  Range to(Range later) {
    return new Range(contig, start, later.lastContig, later.end);
  }

  void writeTo(LittleEndianOutputStream out) throws IOException {
    out.writeInt(contig);
    out.writeInt(start);
    out.writeInt(lastContig);
    out.writeInt(end);
  }
}

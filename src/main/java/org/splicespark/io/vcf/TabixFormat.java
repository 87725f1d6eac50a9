package org.splicespark.io.vcf;

import java.nio.ByteBuffer;

/** What a tabix index says about the lines of its file (tabix specification). */
public enum TabixFormat {
  /** 1-based positions in column 2. */
  VCF(2, 2, 0),
  /** 0-based and half-open, in columns 2 and 3. */
  BED(1 << 16, 2, 3);

  private static final int CONTIG_COLUMN = 1;

  private final int code;
  private final int start;
  private final int end;

  TabixFormat(int code, int start, int end) {
    this.code = code;
    this.start = start;
    this.end = end;
  }

  void writeTo(ByteBuffer out) {
    out.putInt(code).putInt(CONTIG_COLUMN).putInt(start).putInt(end).putInt('#').putInt(0);
  }
}

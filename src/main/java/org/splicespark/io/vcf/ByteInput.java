package org.splicespark.io.vcf;

import java.io.IOException;
import java.io.InputStream;

/** An open file with a place to read from. Not buffered: readers here bring their own buffers. */
public abstract class ByteInput extends InputStream {

  /**
   * Moves to a byte of the file.
   *
   * @param position 0-based offset in bytes, at most the file's length
   */
  public abstract void seek(long position) throws IOException;

  /** The 0-based offset in bytes of the byte that is read next. */
  public abstract long position() throws IOException;
}

package org.splicespark.io.vcf;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * The lines of one split, in the file's order. For one thread; close it.
 *
 * <p>Reading throws {@link org.splicespark.error.InputException} ("FILE: truncated after about byte
 * N") where compressed data end too early or do not match their checksums, and {@link
 * UncheckedIOException} where the file system fails.
 */
public final class SplitReader implements Iterator<VcfLine>, Closeable {
  private final LineInput lines;
  private final long end;

  /**
   * @param split one of those that {@link SplitPlanner} made for this source
   */
  public SplitReader(ByteSource source, Compression compression, VcfSplit split)
      throws IOException {
    this.lines = new LineInput(TextChunks.open(source, compression, split.start()));
    this.end = split.end();
    try {
      // What stands before the split's first newline is the end of a line of the split before.
      lines.next();
    } catch (IOException | RuntimeException e) {
      lines.close();
      throw e;
    }
  }

  @Override
  public boolean hasNext() {
    try {
      return lines.newline() < end && !lines.atEnd();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public VcfLine next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    try {
      return new VcfLine(lines.next());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}

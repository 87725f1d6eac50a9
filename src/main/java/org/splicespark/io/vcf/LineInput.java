package org.splicespark.io.vcf;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;

/** Lines as bytes, each with the newline that ends it. */
final class LineInput implements Closeable {
  private final TextChunks text;
  private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
  private int at;
  private int to;
  private long newline = Long.MAX_VALUE;

  LineInput(TextChunks text) {
    this.text = text;
  }

  /** Position of the newline that ended the last line; the largest long if there was none. */
  long newline() {
    return newline;
  }

  /** True if the text has ended. */
  boolean atEnd() throws IOException {
    return at == to && !refill();
  }

  /** The next line; null at the end of the text. The last line may have no newline. */
  byte[] next() throws IOException {
    if (atEnd()) {
      return null;
    }
    int end = newlineIn(text.bytes(), at, to);
    while (end == to) {
      begun.write(text.bytes(), at, to - at);
      if (!refill()) {
        newline = Long.MAX_VALUE;
        return takeBegun();
      }
      end = newlineIn(text.bytes(), at, to);
    }
    return finished(end);
  }

  private byte[] finished(int end) {
    int begin = at;
    at = end + 1;
    newline = text.position(end);
    if (begun.size() == 0) {
      return Arrays.copyOfRange(text.bytes(), begin, at);
    }
    begun.write(text.bytes(), begin, at - begin);
    return takeBegun();
  }

  private byte[] takeBegun() {
    byte[] line = begun.toByteArray();
    begun.reset();
    return line;
  }

  private boolean refill() throws IOException {
    boolean more = text.next();
    at = more ? text.from() : 0;
    to = more ? text.to() : 0;
    return more;
  }

  private static int newlineIn(byte[] bytes, int from, int to) {
    int i = from;
    while (i < to && bytes[i] != '\n') {
      i++;
    }
    return i;
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}

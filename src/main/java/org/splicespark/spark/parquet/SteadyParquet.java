package org.splicespark.spark.parquet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Comparator;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;
import org.apache.parquet.io.PositionOutputStream;

/**
 * Lets a Parquet file through but for its footer, which it writes anew. Parquet's writer lists the
 * encodings of a column in the order of a hash set of enum constants, which differs from one JVM to
 * the next; here they are sorted, so that the same rows give the same bytes.
 */
final class SteadyParquet extends PositionOutputStream {
  /** Bytes of the end that are held back; a footer takes some kilobytes per row group. */
  private static final int HELD = 4 << 20;

  /** Behind the footer: its length, and four letters. */
  private static final int TAIL = 8;

  private final OutputStream out;
  private final ByteArrayOutputStream held = new ByteArrayOutputStream();
  private long position;
  private boolean closed;

  SteadyParquet(OutputStream out) {
    this.out = out;
  }

  @Override
  public long getPos() {
    return position;
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] buffer, int offset, int length) throws IOException {
    held.write(buffer, offset, length);
    position += length;
    if (held.size() > 2 * HELD) {
      byte[] bytes = held.toByteArray();
      out.write(bytes, 0, bytes.length - HELD);
      held.reset();
      held.write(bytes, bytes.length - HELD, HELD);
    }
  }

  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    byte[] bytes = held.toByteArray();
    int tail = bytes.length - TAIL;
    int length = ByteBuffer.wrap(bytes, tail, 4).order(ByteOrder.LITTLE_ENDIAN).getInt();
    if (length > tail) {
      throw new IllegalStateException("a Parquet footer of " + length + " bytes");
    }
    out.write(bytes, 0, tail - length);
    byte[] footer = sorted(Arrays.copyOfRange(bytes, tail - length, tail));
    out.write(footer);
    out.write(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(footer.length).array());
    out.write(bytes, tail + 4, 4);
    out.close();
  }

  private static byte[] sorted(byte[] footer) throws IOException {
    FileMetaData file = Util.readFileMetaData(new ByteArrayInputStream(footer));
    for (RowGroup rows : file.getRow_groups()) {
      for (ColumnChunk column : rows.getColumns()) {
        column.getMeta_data().getEncodings().sort(Comparator.comparingInt(Encoding::getValue));
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Util.writeFileMetaData(file, bytes);
    return bytes.toByteArray();
  }
}

package org.splicespark.spark.parquet;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;

/**
 * A Parquet file that is being written.
 *
 * @param <T> what a row is of
 */
public final class ParquetRows<T> implements Closeable {
  /** Bytes of rows that are held before they are written: what bounds memory. */
  private static final long ROW_GROUP = 32L << 20;

  private final ParquetWriter<T> writer;

  /**
   * @param out where the file goes; {@link #close} closes it
   * @param diverse columns whose values do not repeat: a dictionary of them would be tried and
   *     thrown away
   */
  public ParquetRows(OutputStream out, RowWriting<T> rows, Set<String> diverse) throws IOException {
    Builder<T> builder =
        new Builder<>(new Target(out), rows)
            .withCompressionCodec(CompressionCodecName.ZSTD)
            .withRowGroupSize(ROW_GROUP);
    for (String column : diverse) {
      builder = builder.withDictionaryEncoding(column, false);
    }
    writer = builder.build();
  }

  public void write(T row) throws IOException {
    writer.write(row);
  }

  /** Writes what is left and the footer. */
  @Override
  public void close() throws IOException {
    writer.close();
  }

  private static final class Builder<T> extends ParquetWriter.Builder<T, Builder<T>> {
    private final RowWriting<T> rows;

    Builder(OutputFile file, RowWriting<T> rows) {
      super(file);
      this.rows = rows;
    }

    @Override
    protected Builder<T> self() {
      return this;
    }

    @Override
    protected WriteSupport<T> getWriteSupport(Configuration configuration) {
      return rows;
    }
  }

  /** The stream that is open, as Parquet wants it. */
  private record Target(OutputStream stream) implements OutputFile {
    @Override
    public PositionOutputStream create(long blockSize) {
      return new SteadyParquet(stream);
    }

    @Override
    public PositionOutputStream createOrOverwrite(long blockSize) {
      return create(blockSize);
    }

    @Override
    public boolean supportsBlockSize() {
      return false;
    }

    @Override
    public long defaultBlockSize() {
      return 0;
    }
  }
}

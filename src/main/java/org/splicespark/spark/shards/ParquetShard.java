package org.splicespark.spark.shards;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.splicespark.dataset.LabeledGene;

/** Chunks as rows of a Parquet file. */
final class ParquetShard implements ShardFile {
  /** Bytes of rows that are held before they are written: what bounds memory. */
  private static final long ROW_GROUP = 32L << 20;

  private final OutputFolder folder;
  private final OutputFolder.Open open;
  private final ParquetWriter<ChunkRow> writer;

  ParquetShard(OutputFolder folder, OutputFolder.Open open) throws IOException {
    this.folder = folder;
    this.open = open;
    this.writer =
        new Builder(new Target(open.stream()))
            .withCompressionCodec(CompressionCodecName.ZSTD)
            .withRowGroupSize(ROW_GROUP)
            // Bases do not repeat: a dictionary of them would be tried and thrown away.
            .withDictionaryEncoding(ChunkRow.CODES, false)
            .build();
  }

  @Override
  public void add(LabeledGene gene) throws IOException {
    for (int window = 0; window < gene.plan().chunks(); window++) {
      writer.write(ChunkRow.of(gene.plan(), window, gene.chunk(window)));
    }
  }

  @Override
  public WrittenFile finish() throws IOException {
    writer.close();
    return folder.commit(open);
  }

  @Override
  public void close() throws IOException {
    open.stream().close();
  }

  private static final class Builder extends ParquetWriter.Builder<ChunkRow, Builder> {
    Builder(OutputFile file) {
      super(file);
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    protected WriteSupport<ChunkRow> getWriteSupport(Configuration configuration) {
      return new ChunkRowWriting();
    }
  }

  /** The stream that is open, as Parquet wants it. */
  private record Target(DigestStream stream) implements OutputFile {
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

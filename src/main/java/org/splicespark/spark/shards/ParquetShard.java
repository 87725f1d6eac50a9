package org.splicespark.spark.shards;

import java.io.IOException;
import java.util.Set;
import org.splicespark.dataset.LabeledGene;
import org.splicespark.spark.parquet.ParquetRows;

/** Chunks as rows of a Parquet file. */
final class ParquetShard implements ShardFile {
  private final OutputFolder folder;
  private final OutputFolder.Open open;
  private final ParquetRows<ChunkRow> rows;

  ParquetShard(OutputFolder folder, OutputFolder.Open open) throws IOException {
    this.folder = folder;
    this.open = open;
    this.rows = new ParquetRows<>(open.stream(), new ChunkRowWriting(), Set.of(ChunkRow.CODES));
  }

  @Override
  public void add(LabeledGene gene) throws IOException {
    for (int window = 0; window < gene.plan().chunks(); window++) {
      rows.write(ChunkRow.of(gene.plan(), window, gene.chunk(window)));
    }
  }

  @Override
  public WrittenFile finish() throws IOException {
    rows.close();
    return folder.commit(open);
  }

  @Override
  public void close() throws IOException {
    open.stream().close();
  }
}

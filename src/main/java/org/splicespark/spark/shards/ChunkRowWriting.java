package org.splicespark.spark.shards;

import org.splicespark.dataset.Chunk;
import org.splicespark.spark.parquet.RowWriting;

/** Tells Parquet what is in a chunk. */
final class ChunkRowWriting extends RowWriting<ChunkRow> {

  ChunkRowWriting() {
    super(ChunkRow.SCHEMA);
  }

  @Override
  protected void fields(ChunkRow row) {
    text("gene", row.gene().name());
    text("contig", row.gene().contig());
    text("strand", String.valueOf(row.gene().strand().symbol()));
    number("start", row.gene().span().start());
    number("end", row.gene().span().end());
    number("window", row.window());
    number(ChunkRow.LABELLED, row.labelled());
    bytes(ChunkRow.CODES, row.chunk().codes());
    list(ChunkRow.DONORS, row.sites(Chunk.DONOR));
    list(ChunkRow.ACCEPTORS, row.sites(Chunk.ACCEPTOR));
  }
}

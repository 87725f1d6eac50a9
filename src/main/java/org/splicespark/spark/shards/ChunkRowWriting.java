package org.splicespark.spark.shards;

import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.splicespark.dataset.Chunk;

/** Tells Parquet what is in a row. */
final class ChunkRowWriting extends WriteSupport<ChunkRow> {
  private RecordConsumer out;

  @Override
  public WriteContext init(Configuration configuration) {
    return new WriteContext(ChunkRow.SCHEMA, Map.of());
  }

  @Override
  public void prepareForWrite(RecordConsumer consumer) {
    out = consumer;
  }

  @Override
  public void write(ChunkRow row) {
    out.startMessage();
    text("gene", row.gene().name());
    text("contig", row.gene().contig());
    text("strand", String.valueOf(row.gene().strand().symbol()));
    number("start", row.gene().span().start());
    number("end", row.gene().span().end());
    number("window", row.window());
    number(ChunkRow.LABELLED, row.labelled());
    field(ChunkRow.CODES, () -> out.addBinary(Binary.fromConstantByteArray(row.chunk().codes())));
    list(ChunkRow.DONORS, row.sites(Chunk.DONOR));
    list(ChunkRow.ACCEPTORS, row.sites(Chunk.ACCEPTOR));
    out.endMessage();
  }

  private void text(String name, String value) {
    field(name, () -> out.addBinary(Binary.fromString(value)));
  }

  private void number(String name, int value) {
    field(name, () -> out.addInteger(value));
  }

  private void list(String name, int[] values) {
    field(
        name,
        () -> {
          out.startGroup();
          if (values.length > 0) {
            out.startField("list", 0);
            for (int value : values) {
              out.startGroup();
              out.startField("element", 0);
              out.addInteger(value);
              out.endField("element", 0);
              out.endGroup();
            }
            out.endField("list", 0);
          }
          out.endGroup();
        });
  }

  private void field(String name, Runnable value) {
    int index = ChunkRow.SCHEMA.getFieldIndex(name);
    out.startField(name, index);
    value.run();
    out.endField(name, index);
  }
}

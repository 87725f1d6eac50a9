package org.splicespark.spark.parquet;

import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;

/**
 * Tells Parquet what is in a row, field by field.
 *
 * @param <T> what a row is of
 */
public abstract class RowWriting<T> extends WriteSupport<T> {
  private final MessageType schema;
  private RecordConsumer out;

  protected RowWriting(MessageType schema) {
    this.schema = schema;
  }

  /** Writes the fields of a row that are there, in the schema's order. */
  protected abstract void fields(T row);

  @Override
  public final WriteContext init(Configuration configuration) {
    return new WriteContext(schema, Map.of());
  }

  @Override
  public final void prepareForWrite(RecordConsumer consumer) {
    out = consumer;
  }

  @Override
  public final void write(T row) {
    out.startMessage();
    fields(row);
    out.endMessage();
  }

  protected final void text(String name, String value) {
    field(name, () -> out.addBinary(Binary.fromString(value)));
  }

  protected final void number(String name, int value) {
    field(name, () -> out.addInteger(value));
  }

  protected final void number(String name, float value) {
    field(name, () -> out.addFloat(value));
  }

  protected final void bytes(String name, byte[] value) {
    field(name, () -> out.addBinary(Binary.fromConstantByteArray(value)));
  }

  protected final void list(String name, int[] values) {
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
    int index = schema.getFieldIndex(name);
    out.startField(name, index);
    value.run();
    out.endField(name, index);
  }
}

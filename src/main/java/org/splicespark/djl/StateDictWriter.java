package org.splicespark.djl;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.splicespark.model.Flank;
import org.splicespark.train.TrainingState;

/**
 * Writes what {@code torch.save(model.state_dict(), file)} would: OpenSpliceAI's names in PyTorch's
 * order, float32 weights, int64 counts. The same state gives the same bytes.
 */
final class StateDictWriter {
  private static final String FOLDER = "archive/";
  private static final long[] SCALAR = {};

  private final TrainingState state;
  private final StatePickle pickle = StatePickle.dict();
  private final List<byte[]> storages = new ArrayList<>();

  private StateDictWriter(TrainingState state) {
    this.state = state;
  }

  /**
   * @throws IllegalArgumentException if the state is not one of this network
   */
  static void write(OutputStream out, TrainingState state, Flank flank) throws IOException {
    StateDictWriter writer = new StateDictWriter(state);
    ParameterNames.shapes(flank).forEach(writer::add);
    write(out, writer.pickle.end(), writer.storages);
  }

  /** Writes what {@code torch.save(tensor, file)} would: float32, of one dimension. */
  static void writeTensor(OutputStream out, float[] values) throws IOException {
    long[] shape = {values.length};
    write(out, StatePickle.alone(ElementType.FLOAT32, "0", shape), List.of(bytes(values)));
  }

  private void add(String name, long[] shape) {
    float[] values = state.tensors().get(name);
    if (values == null || values.length != ParameterNames.size(shape)) {
      throw new IllegalArgumentException("the state is of another network: " + name);
    }
    add(name, ElementType.FLOAT32, bytes(values), shape);
    if (name.endsWith(ParameterNames.VARIANCE)) {
      String counter = ParameterNames.counterBehind(name);
      long count = state.counters().getOrDefault(counter, 0L);
      add(counter, ElementType.INT64, littleEndian(Long.BYTES).putLong(count).array(), SCALAR);
    }
  }

  private void add(String name, ElementType type, byte[] storage, long[] shape) {
    pickle.tensor(name, type, Integer.toString(storages.size()), shape);
    storages.add(storage);
  }

  private static byte[] bytes(float[] values) {
    ByteBuffer bytes = littleEndian(Float.BYTES * values.length);
    bytes.asFloatBuffer().put(values);
    return bytes.array();
  }

  private static void write(OutputStream out, byte[] pickle, List<byte[]> storages)
      throws IOException {
    StoredZip zip = new StoredZip(out);
    zip.add(FOLDER + "data.pkl", pickle);
    zip.add(FOLDER + "byteorder", "little".getBytes(StandardCharsets.US_ASCII));
    for (int i = 0; i < storages.size(); i++) {
      zip.add(FOLDER + "data/" + i, storages.get(i));
    }
    zip.add(FOLDER + "version", "3\n".getBytes(StandardCharsets.US_ASCII));
    zip.finish();
  }

  private static ByteBuffer littleEndian(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}

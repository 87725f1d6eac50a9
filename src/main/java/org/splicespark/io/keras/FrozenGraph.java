package org.splicespark.io.keras;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The constants and the operations of a TensorFlow {@code GraphDef}. Numbers of the fields:
 * TensorFlow's graph.proto, tensor.proto and tensor_shape.proto.
 */
final class FrozenGraph {
  private static final int NODE = 1;
  private static final int TENSOR_TYPE = 1;
  private static final int TENSOR_SHAPE = 2;
  private static final int TENSOR_CONTENT = 4;
  private static final int SHAPE_DIMENSION = 2;
  private static final int DIMENSION_SIZE = 1;
  private static final long FLOAT = 1;

  private final Map<String, Constant> constants = new LinkedHashMap<>();
  private final Set<String> operations = new TreeSet<>();
  private final FrozenSettings settings = new FrozenSettings();

  /** A tensor of 32-bit floating-point numbers, row-major. */
  record Constant(int[] shape, ByteString content) {
    float[] values() {
      float[] values = new float[content.size() / Float.BYTES];
      content.asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
      return values;
    }
  }

  /**
   * @throws UnlikePlan if this is no such graph, or one with other settings
   */
  FrozenGraph(byte[] content) {
    try {
      for (ByteString node :
          UnknownFieldSet.parseFrom(content).getField(NODE).getLengthDelimitedList()) {
        read(FrozenNode.parsed(node));
      }
    } catch (IOException e) {
      throw new UnlikePlan("is no TensorFlow graph, or a damaged one; fetch it again");
    }
    if (operations.isEmpty()) {
      throw new UnlikePlan("is no TensorFlow graph: it has no nodes");
    }
  }

  private void read(FrozenNode node) throws IOException {
    operations.add(node.operation());
    settings.look(node);
    if (node.operation().equals("Const")) {
      keep(node.name(), node.tensor());
    }
  }

  private void keep(String name, UnknownFieldSet tensor) throws InvalidProtocolBufferException {
    UnknownFieldSet shape = UnknownFieldSet.parseFrom(FrozenNode.bytes(tensor, TENSOR_SHAPE));
    var dimensions = shape.getField(SHAPE_DIMENSION).getLengthDelimitedList();
    int[] sizes = new int[dimensions.size()];
    long count = 1;
    for (int i = 0; i < sizes.length; i++) {
      long size = number(UnknownFieldSet.parseFrom(dimensions.get(i)), DIMENSION_SIZE);
      sizes[i] = (int) size;
      count = size < 0 || size > Integer.MAX_VALUE ? -1 : Math.min(count * size, Integer.MAX_VALUE);
    }
    ByteString content = FrozenNode.bytes(tensor, TENSOR_CONTENT);
    if (number(tensor, TENSOR_TYPE) == FLOAT && content.size() == count * Float.BYTES) {
      constants.put(name, new Constant(sizes, content));
    }
  }

  private static long number(UnknownFieldSet message, int field) {
    var values = message.getField(field).getVarintList();
    return values.isEmpty() ? 0 : values.get(values.size() - 1);
  }

  /** Those of 32-bit floating-point numbers that are kept as bytes, by the names of their nodes. */
  Map<String, Constant> constants() {
    return constants;
  }

  /** What the nodes do. */
  Set<String> operations() {
    return operations;
  }

  /** What is said of layers beside their weights. */
  FrozenSettings settings() {
    return settings;
  }
}

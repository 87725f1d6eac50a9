package org.splicespark.io.keras;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import com.google.protobuf.UnknownFieldSet.Field;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.LongStream;

/**
 * One node of a TensorFlow graph. Numbers of the fields: TensorFlow's node_def.proto,
 * attr_value.proto and tensor.proto.
 *
 * @param attributes {@code AttrValue}s by their names
 */
record FrozenNode(String name, String operation, Map<String, UnknownFieldSet> attributes) {
  private static final int NAME = 1;
  private static final int OPERATION = 2;
  private static final int ATTRIBUTE = 5;
  private static final int ENTRY_KEY = 1;
  private static final int ENTRY_VALUE = 2;
  private static final int VALUE_LIST = 1;
  private static final int VALUE_FLOAT = 4;
  private static final int VALUE_TENSOR = 8;
  private static final int LIST_INTEGERS = 3;
  private static final int TENSOR_CONTENT = 4;
  private static final int TENSOR_FLOATS = 5;
  private static final int TENSOR_INTEGERS = 7;

  static FrozenNode parsed(ByteString bytes) throws InvalidProtocolBufferException {
    UnknownFieldSet node = UnknownFieldSet.parseFrom(bytes);
    Map<String, UnknownFieldSet> attributes = new HashMap<>();
    for (ByteString attribute : node.getField(ATTRIBUTE).getLengthDelimitedList()) {
      UnknownFieldSet entry = UnknownFieldSet.parseFrom(attribute);
      attributes.put(
          bytes(entry, ENTRY_KEY).toStringUtf8(),
          UnknownFieldSet.parseFrom(bytes(entry, ENTRY_VALUE)));
    }
    return new FrozenNode(
        bytes(node, NAME).toStringUtf8(), bytes(node, OPERATION).toStringUtf8(), attributes);
  }

  /** A constant's {@code TensorProto}; one without fields for anything else. */
  UnknownFieldSet tensor() throws InvalidProtocolBufferException {
    return UnknownFieldSet.parseFrom(bytes(attribute("value"), VALUE_TENSOR));
  }

  /** A constant's first number, kept as one or as bytes; empty if it has none. */
  OptionalDouble firstFloat() throws InvalidProtocolBufferException {
    UnknownFieldSet tensor = tensor();
    List<Integer> single = tensor.getField(TENSOR_FLOATS).getFixed32List();
    if (!single.isEmpty()) {
      return OptionalDouble.of(Float.intBitsToFloat(single.get(0)));
    }
    ByteString packed = bytes(tensor, TENSOR_FLOATS).concat(bytes(tensor, TENSOR_CONTENT));
    return packed.size() < Float.BYTES
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            packed.asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN).getFloat());
  }

  /** The numbers of a constant of 32-bit integers, or of its one repeated value. */
  LongStream integers() throws IOException {
    UnknownFieldSet tensor = tensor();
    var content = bytes(tensor, TENSOR_CONTENT).asReadOnlyByteBuffer();
    var kept = content.order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
    LongStream ofContent = LongStream.range(0, kept.limit()).map(i -> kept.get((int) i));
    return LongStream.concat(ofContent, varints(tensor.getField(TENSOR_INTEGERS)));
  }

  /** An attribute that is a number; empty if it is not there. */
  OptionalDouble number(String attribute) {
    List<Integer> bits = attribute(attribute).getField(VALUE_FLOAT).getFixed32List();
    return bits.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(Float.intBitsToFloat(bits.get(bits.size() - 1)));
  }

  /** An attribute that is a list of integers. */
  LongStream integers(String attribute) throws IOException {
    UnknownFieldSet list = UnknownFieldSet.parseFrom(bytes(attribute(attribute), VALUE_LIST));
    return varints(list.getField(LIST_INTEGERS));
  }

  private UnknownFieldSet attribute(String attribute) {
    return attributes.getOrDefault(attribute, UnknownFieldSet.getDefaultInstance());
  }

  /** Each by itself, or packed into bytes. */
  private static LongStream varints(Field field) throws IOException {
    LongStream.Builder numbers = LongStream.builder();
    field.getVarintList().forEach(numbers::add);
    for (ByteString packed : field.getLengthDelimitedList()) {
      CodedInputStream in = packed.newCodedInput();
      while (!in.isAtEnd()) {
        numbers.add(in.readInt64());
      }
    }
    return numbers.build();
  }

  static ByteString bytes(UnknownFieldSet message, int field) {
    List<ByteString> values = message.getField(field).getLengthDelimitedList();
    return values.isEmpty() ? ByteString.EMPTY : values.get(values.size() - 1);
  }
}

package org.splicespark.djl;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The {@code data.pkl} of a state dict, an OrderedDict of tensors, each on a storage of its own; or
 * of one tensor alone. In pickle protocol 2 as {@code torch.save} writes it, without the memo.
 */
final class StatePickle {
  private static final int PROTOCOL = 0x80;
  private static final int FALSE = 0x89;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private StatePickle() {
    op(PROTOCOL).op(2);
  }

  /** Begins a state dict. */
  static StatePickle dict() {
    return new StatePickle().emptyDict().op('(');
  }

  /** All of a pickle that is a tensor alone. */
  static byte[] alone(ElementType type, String key, long[] shape) {
    StatePickle pickle = new StatePickle().tensor(type, key, shape).op('.');
    return pickle.out.toByteArray();
  }

  /**
   * @param key of the storage
   */
  StatePickle tensor(String name, ElementType type, String key, long[] shape) {
    return text(name).tensor(type, key, shape);
  }

  private StatePickle tensor(ElementType type, String key, long[] shape) {
    global("torch._utils", "_rebuild_tensor_v2").op('(');
    op('(').text("storage").global("torch", type.storage()).text(key).text("cpu");
    number(ParameterNames.size(shape)).op('t').op('Q');
    number(0).numbers(shape).numbers(rowMajor(shape)).op(FALSE);
    return emptyDict().op('t').op('R');
  }

  /** Ends the dict and the pickle. */
  byte[] end() {
    op('u').op('.');
    return out.toByteArray();
  }

  private static long[] rowMajor(long[] shape) {
    long[] strides = new long[shape.length];
    for (int i = 0; i < shape.length; i++) {
      strides[i] = ParameterNames.size(Arrays.copyOfRange(shape, i + 1, shape.length));
    }
    return strides;
  }

  private StatePickle emptyDict() {
    return global("collections", "OrderedDict").op(')').op('R');
  }

  private StatePickle global(String module, String name) {
    return op('c').raw((module + "\n" + name + "\n").getBytes(StandardCharsets.US_ASCII));
  }

  private StatePickle text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return op('X').raw(four(bytes.length)).raw(bytes);
  }

  private StatePickle numbers(long[] numbers) {
    op('(');
    for (long number : numbers) {
      number((int) number);
    }
    return op('t');
  }

  private StatePickle number(int number) {
    return op('J').raw(four(number));
  }

  private StatePickle op(int opcode) {
    out.write(opcode);
    return this;
  }

  private StatePickle raw(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  private static byte[] four(int number) {
    return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(number).array();
  }
}

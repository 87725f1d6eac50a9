package org.splicespark.testing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Pickles, opcode by opcode: what {@code torch.save} writes, and what it never would. */
public final class PickleWriter {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  public PickleWriter() {
    op(0x80).op(2);
  }

  public PickleWriter op(int opcode) {
    out.write(opcode);
    return this;
  }

  public PickleWriter raw(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  /** Opcode {@code c}. */
  public PickleWriter global(String module, String name) {
    return op('c').raw((module + "\n" + name + "\n").getBytes(StandardCharsets.UTF_8));
  }

  public PickleWriter text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return op('X').raw(four(bytes.length)).raw(bytes);
  }

  public PickleWriter number(int number) {
    return op('J').raw(four(number));
  }

  public PickleWriter numbers(long... numbers) {
    op('(');
    for (long number : numbers) {
      number((int) number);
    }
    return op('t');
  }

  /** An empty ordered dict, and the mark of what goes into it. */
  public PickleWriter dict() {
    return global("collections", "OrderedDict").op(')').op('R').op('(');
  }

  /** Puts what followed the mark into the dict, and ends. */
  public byte[] end() {
    return op('u').stop();
  }

  public byte[] stop() {
    return op('.').out.toByteArray();
  }

  /** A tensor, for example of {@code FloatStorage}, on storage {@code key}. */
  public PickleWriter tensor(
      String storage, String key, int held, int offset, long[] shape, long[] strides) {
    global("torch._utils", "_rebuild_tensor_v2").op('(');
    op('(').text("storage").global("torch", storage).text(key).text("cuda:0").number(held);
    op('t').op('Q').number(offset).numbers(shape).numbers(strides).op(0x89);
    return global("collections", "OrderedDict").op(')').op('R').op('t').op('R');
  }

  private static byte[] four(int number) {
    return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(number).array();
  }
}

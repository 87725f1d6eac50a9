package org.splicespark.djl;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import net.razorvine.pickle.Unpickler;

/**
 * Reads the pickle of a checkpoint and nothing else. Whatever in a pickle names code passes through
 * here, and only what a state dict needs has a meaning: ordered dicts, tensors, parameters and
 * storages; the first other name ends the reading. So the file names no Java class, and Pyrolite's
 * table of constructors, which a whole JVM shares (PySpark's entries are in it), is neither read
 * nor written.
 *
 * <p>Overrides {@code dispatch} because the finer hooks differ between Pyrolite 1.3 (Spark 3.5) and
 * 1.5 (Spark 4): the older one turns a storage's identity into text before it hands it on.
 */
final class WeightsUnpickler extends Unpickler {
  private static final int STACK_GLOBAL = 0x93;
  private static final int SHORTEST_STORAGE = 5;
  private static final int SHORTEST_TENSOR = 4;

  /** What may stand where Python has a callable. */
  @FunctionalInterface
  private interface Callable {
    Object on(Object[] arguments);
  }

  private record Storage(ElementType type, ByteBuffer elements) {}

  private final Function<String, ByteBuffer> storages;

  /**
   * @param storages the bytes of a storage by its key, in the byte order of the file
   */
  WeightsUnpickler(Function<String, ByteBuffer> storages) {
    this.storages = storages;
  }

  @Override
  protected Object dispatch(short opcode) throws IOException {
    switch (opcode) {
      case 'c' -> stack.add(named(line(), line()));
      case STACK_GLOBAL -> stack.add(namedOnStack());
      case 'Q' -> stack.add(storage((Object[]) stack.pop()));
      case 'R' -> stack.add(called((Object[]) stack.pop(), stack.pop()));
      case 'b' -> stack.pop(); // the state of a dict is its version metadata: of no use here
      case '}' -> stack.add(new LinkedHashMap<>());
      case 'u' -> setItems(stack.pop_all_since_marker(), stack.peek());
      case 'i', 'o', 'P', 0x81, 0x82, 0x83, 0x84, 0x92, 0x97, 0x98 ->
          throw new MalformedCheckpoint("makes objects in a way that no state dict does: refused");
      case 'T', 'X', 'B', 0x8b, 0x8d, 0x8e, 0x96 -> {
        refuseMoreThanThereIs(opcode);
        return super.dispatch(opcode);
      }
      default -> {
        return super.dispatch(opcode);
      }
    }
    return NO_RETURN_VALUE;
  }

  /** Pyrolite passes the items through a map of its own that loses their order. */
  private static void setItems(List<Object> items, Object dict) {
    @SuppressWarnings("unchecked")
    Map<Object, Object> map = (Map<Object, Object>) dict;
    for (int i = 0; i < items.size(); i += 2) {
      map.put(items.get(i), items.get(i + 1));
    }
  }

  /** Pyrolite allocates what a length says before it looks whether so much follows. */
  private void refuseMoreThanThereIs(short opcode) throws IOException {
    int width = opcode == 0x8d || opcode == 0x8e || opcode == 0x96 ? 8 : 4;
    input.mark(width);
    byte[] field = input.readNBytes(width);
    long length = 0;
    for (int i = field.length - 1; i >= 0; i--) {
      length = length << 8 | field[i] & 0xff;
    }
    if (length < 0 || length > input.available()) {
      throw new MalformedCheckpoint("is damaged (a text in its pickle is longer than the pickle)");
    }
    input.reset();
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = input.read(); next != '\n'; next = input.read()) {
      if (next < 0) {
        throw new MalformedCheckpoint("is damaged (its pickle ends early)");
      }
      line.write(next);
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  private Object namedOnStack() {
    String name = (String) stack.pop();
    return named((String) stack.pop(), name);
  }

  private Object named(String module, String name) {
    String full = module + "." + name;
    Callable known =
        switch (full) {
          case "collections.OrderedDict" -> arguments -> new LinkedHashMap<>();
          case "torch._utils._rebuild_tensor_v2" -> WeightsUnpickler::tensor;
          case "torch._utils._rebuild_parameter" -> arguments -> arguments[0];
          default -> null;
        };
    if (known != null) {
      return known;
    }
    if (module.equals("torch")) {
      return ElementType.ofStorage(name).orElseThrow(() -> refused(full));
    }
    throw refused(full);
  }

  private static MalformedCheckpoint refused(String name) {
    return new MalformedCheckpoint(
        "asks for the Python object "
            + MalformedCheckpoint.shown(name)
            + ", which is no part of a state dict: refused; save model.state_dict() instead");
  }

  private static Object called(Object[] arguments, Object callable) {
    if (callable instanceof Callable known) {
      return known.on(arguments);
    }
    throw new MalformedCheckpoint("calls what cannot be called: refused");
  }

  /** {@code ('storage', type, key, device, elements)}; the device it was saved on is no matter. */
  private Storage storage(Object[] identity) {
    if (identity.length < SHORTEST_STORAGE || !(identity[1] instanceof ElementType type)) {
      throw new MalformedCheckpoint("has a storage of a kind that is not known");
    }
    ByteBuffer bytes = storages.apply((String) identity[2]);
    long count = ((Number) identity[4]).longValue();
    if (count < 0 || count > bytes.remaining() / type.bytes()) {
      throw new MalformedCheckpoint("is incomplete: a storage is shorter than it says");
    }
    return new Storage(type, bytes);
  }

  /** {@code (storage, offset, size, stride, ...)}; whether it learns is no matter. */
  private static Object tensor(Object[] arguments) {
    if (arguments.length < SHORTEST_TENSOR || !(arguments[0] instanceof Storage storage)) {
      throw new MalformedCheckpoint("has a tensor without a storage");
    }
    return new Tensor(
        storage.type(),
        storage.elements(),
        ((Number) arguments[1]).longValue(),
        whole(arguments[2]),
        whole(arguments[3]));
  }

  private static long[] whole(Object tuple) {
    return Arrays.stream((Object[]) tuple).mapToLong(i -> ((Number) i).longValue()).toArray();
  }
}

package org.splicespark.djl;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.splicespark.error.InputException;

/**
 * The named tensors of a file that {@code torch.save(model.state_dict(), file)} wrote, in the
 * file's order. Reading it runs no code that the file asks for.
 */
final class StateDict {
  private final Map<String, Tensor> tensors;

  private StateDict(Map<String, Tensor> tensors) {
    this.tensors = tensors;
  }

  /**
   * @param file its name, for messages
   * @throws InputException if the content is damaged, is no state dict, or asks for code
   */
  static StateDict read(String file, byte[] content) {
    try {
      return new StateDict(tensors(unpickled(new TorchArchive(content))));
    } catch (MalformedCheckpoint e) {
      throw new InputException(file + ": " + e.getMessage(), e);
    }
  }

  /** What the archive's pickle makes: of tensors, parameters and dicts of them, nothing else. */
  static Object unpickled(TorchArchive archive) {
    ByteOrder order = order(archive);
    WeightsUnpickler unpickler =
        new WeightsUnpickler(key -> archive.entry("data/" + key).duplicate().order(order));
    ByteBuffer pickle = archive.entry("data.pkl").duplicate();
    byte[] bytes = new byte[pickle.remaining()];
    pickle.get(bytes);
    try {
      return unpickler.load(new ByteArrayInputStream(bytes));
    } catch (MalformedCheckpoint e) {
      throw e;
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // Pyrolite meets a wrong opcode or type with whatever it stumbles over.
      MalformedCheckpoint malformed = new MalformedCheckpoint("its pickle cannot be read");
      malformed.initCause(e);
      throw malformed;
    } finally {
      unpickler.close();
    }
  }

  /** Since PyTorch 2.1 the file says; before, all machines in question were little-endian. */
  private static ByteOrder order(TorchArchive archive) {
    if (!archive.has("byteorder")) {
      return ByteOrder.LITTLE_ENDIAN;
    }
    String order =
        StandardCharsets.US_ASCII.decode(archive.entry("byteorder").duplicate()).toString();
    return order.equals("big") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
  }

  private static Map<String, Tensor> tensors(Object top) {
    if (!(top instanceof Map<?, ?> dict)) {
      throw new MalformedCheckpoint("holds no state dict; save model.state_dict()");
    }
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    dict.forEach(
        (key, value) -> {
          if (!(key instanceof String name) || !(value instanceof Tensor tensor)) {
            throw new MalformedCheckpoint(
                "holds more than named tensors; save model.state_dict() alone");
          }
          tensors.put(name, tensor);
        });
    return Collections.unmodifiableMap(tensors);
  }

  Set<String> names() {
    return tensors.keySet();
  }

  Optional<Tensor> tensor(String name) {
    return Optional.ofNullable(tensors.get(name));
  }
}

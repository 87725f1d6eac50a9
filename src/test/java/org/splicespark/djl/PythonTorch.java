package org.splicespark.djl;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.splicespark.testing.TorchPython;

/** The scripts beside this class, run by a Python with PyTorch. */
final class PythonTorch {
  /** The network that the benchmark of training compares with; scripts may import it. */
  private static final String NETWORK = "/org/splicespark/cli/bench/published_net.py";

  private final String command;
  private final Path folder;

  private PythonTorch(String command, Path folder) {
    this.command = command;
    this.folder = folder;
  }

  /** Skips the test where there is none. */
  static PythonTorch orSkipped(Path folder) throws InterruptedException {
    return new PythonTorch(TorchPython.orSkipped(), folder);
  }

  /** A file to hand to a script. */
  Path file(String name) {
    return folder.resolve(name);
  }

  /** Runs a script, which must succeed. */
  void run(String script, Object... arguments) throws IOException, InterruptedException {
    copied(NETWORK);
    List<String> line = new ArrayList<>(List.of(command, copied(script).toString()));
    Arrays.stream(arguments).map(Object::toString).forEach(line::add);
    assertTrue(TorchPython.succeeds(line), "the script in Python failed");
  }

  private Path copied(String resource) throws IOException {
    Path copy = folder.resolve(Path.of(resource).getFileName());
    try (InputStream content = PythonTorch.class.getResourceAsStream(resource)) {
      Files.copy(content, copy, StandardCopyOption.REPLACE_EXISTING);
    }
    return copy;
  }

  /** What a script wrote. */
  float[] floats(String name) throws IOException {
    ByteBuffer bytes =
        ByteBuffer.wrap(Files.readAllBytes(file(name))).order(ByteOrder.LITTLE_ENDIAN);
    float[] values = new float[bytes.remaining() / Float.BYTES];
    bytes.asFloatBuffer().get(values);
    return values;
  }
}

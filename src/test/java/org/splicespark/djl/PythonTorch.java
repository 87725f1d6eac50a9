package org.splicespark.djl;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
import java.util.Optional;

/** A Python with PyTorch, and the scripts beside this class. */
final class PythonTorch {
  private final String command;
  private final Path folder;

  private PythonTorch(String command, Path folder) {
    this.command = command;
    this.folder = folder;
  }

  /** Skips the test where there is none. */
  static PythonTorch orSkipped(Path folder) throws InterruptedException {
    Optional<String> found = found();
    assumeTrue(found.isPresent(), "no Python with PyTorch");
    return new PythonTorch(found.get(), folder);
  }

  private static Optional<String> found() throws InterruptedException {
    for (String candidate : List.of("python3", "/usr/bin/python3")) {
      String look = "import importlib.util as u; exit(u.find_spec('torch') is None)";
      if (succeeds(List.of(candidate, "-c", look))) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  private static boolean succeeds(List<String> command) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** A file to hand to a script. */
  Path file(String name) {
    return folder.resolve(name);
  }

  /** Runs a script, which must succeed. */
  void run(String script, Object... arguments) throws IOException, InterruptedException {
    Path copy = file(script);
    try (InputStream resource = PythonTorch.class.getResourceAsStream(script)) {
      Files.copy(resource, copy, StandardCopyOption.REPLACE_EXISTING);
    }
    List<String> line = new ArrayList<>(List.of(command, copy.toString()));
    Arrays.stream(arguments).map(Object::toString).forEach(line::add);
    assertTrue(succeeds(line), "the script in Python failed");
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

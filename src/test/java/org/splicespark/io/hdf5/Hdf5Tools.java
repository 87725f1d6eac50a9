package org.splicespark.io.hdf5;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.splicespark.testing.Reference;

/** The HDF Group's programs and h5py. A test that needs them is skipped where they are absent. */
final class Hdf5Tools {
  private static final String PYTHON = "/usr/bin/python3";

  private record Answer(int status, String text) {}

  private Hdf5Tools() {}

  /** Output of a script, which finds the arguments in {@code sys.argv} from 1 on. */
  static String python(String script, Object... arguments) throws Exception {
    assumeTrue(works(PYTHON, "-c", "import h5py"), "no h5py");
    List<String> command = new ArrayList<>(List.of(PYTHON, "-c", script));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    return output(command.toArray(String[]::new));
  }

  /** What h5dump says of a file without its data, after the line with the file's name. */
  static String structure(Path file) throws Exception {
    assumeTrue(works("h5dump", "--version"), "no h5dump");
    String text = output("h5dump", "-H", file.toString());
    return text.substring(text.indexOf('\n'));
  }

  /** A compressed file of the peer's, unpacked. */
  static Path peer(String name, Path folder) throws IOException {
    Path packed = Reference.path("human/expected/create-data/" + name + ".gz");
    Path file = folder.resolve("peer_" + name);
    try (InputStream in = new GZIPInputStream(Files.newInputStream(packed))) {
      Files.copy(in, file);
    }
    return file;
  }

  private static boolean works(String... command) throws Exception {
    try {
      return run(command).status == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static String output(String... command) throws Exception {
    Answer answer = run(command);
    assertEquals(0, answer.status, answer.text);
    return answer.text;
  }

  private static Answer run(String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Answer(process.waitFor(), text);
  }
}

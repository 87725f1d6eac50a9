package org.splicespark.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** A Python with pyBigWig (libBigWig), to read bigWigs with. */
public final class BigWigPython {
  private static final String LOOK =
      "import importlib.util as u; exit(u.find_spec('pyBigWig') is None)";

  private BigWigPython() {}

  /**
   * Compares a bigWig with its values, and its summaries with theirs. Skips the test where there is
   * no pyBigWig.
   *
   * @param values by contig, NaN for none
   * @param folder for files on the way
   */
  public static void requireSame(Path bigWig, Map<String, float[]> values, Path folder)
      throws IOException, InterruptedException {
    String python = "/usr/bin/python3";
    Assumptions.assumeTrue(TorchPython.succeeds(List.of(python, "-c", LOOK)), "no pyBigWig");
    StringBuilder contigs = new StringBuilder();
    for (Map.Entry<String, float[]> contig : values.entrySet()) {
      contigs.append(contig.getKey()).append('\t').append(contig.getValue().length).append('\n');
      Path file = folder.resolve(contig.getKey() + ".f4");
      if (hasValues(contig.getValue())) {
        Files.write(file, bytes(contig.getValue()));
      } else {
        Files.deleteIfExists(file);
      }
    }
    Files.writeString(folder.resolve("contigs.tsv"), contigs);
    String script;
    try (InputStream in =
        BigWigPython.class.getResourceAsStream("/org/splicespark/io/bigwig/compare.py")) {
      script = new String(in.readAllBytes());
    }
    Path file = Files.writeString(folder.resolve("compare.py"), script);
    assertTrue(
        TorchPython.succeeds(
            List.of(python, file.toString(), bigWig.toString(), folder.toString())),
        "pyBigWig reads something else");
  }

  private static boolean hasValues(float[] values) {
    for (float value : values) {
      if (!Float.isNaN(value)) {
        return true;
      }
    }
    return false;
  }

  private static byte[] bytes(float[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return bytes.array();
  }
}

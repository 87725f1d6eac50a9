package org.splicespark.djl;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.splicespark.calibrate.Temperature;
import org.splicespark.error.InputException;

/**
 * Temperatures as OpenSpliceAI keeps them: {@code temperature.pt}, a tensor of one number or one
 * for each class that {@code torch.save} wrote, and {@code temperature.txt}, the same numbers in
 * brackets. Which of the two a file is, its content says.
 */
public final class TemperatureFiles {
  /** A file of three numbers has some hundred bytes, PyTorch's about 1,200. */
  private static final long LARGEST = 1L << 20;

  private static final int CLASSES = 3;

  private TemperatureFiles() {}

  /**
   * @throws InputException if it is neither, or its numbers are no temperatures
   */
  public static Temperature read(Path file) {
    byte[] content = content(file);
    try {
      boolean zip = content.length > 1 && content[0] == 'P' && content[1] == 'K';
      return temperature(zip ? tensor(content) : text(content));
    } catch (MalformedCheckpoint | IllegalArgumentException e) {
      throw new InputException(file + ": " + e.getMessage(), e);
    }
  }

  /** Writes what {@code torch.load} reads as a float32 tensor of three. The stream stays open. */
  public static void write(OutputStream out, Temperature temperature) throws IOException {
    double[] classes = temperature.classes();
    StateDictWriter.writeTensor(
        out, new float[] {(float) classes[0], (float) classes[1], (float) classes[2]});
  }

  private static byte[] content(Path file) {
    try {
      if (Files.size(file) > LARGEST) {
        throw new InputException(file + ": is far too large to hold a temperature");
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new InputException(file + ": cannot be read (" + e.getClass().getSimpleName() + ")", e);
    }
  }

  private static double[] tensor(byte[] content) {
    if (!(StateDict.unpickled(new TorchArchive(content)) instanceof Tensor tensor)) {
      throw new MalformedCheckpoint("holds no single tensor; give calibrate's temperature.pt");
    }
    float[] floats = tensor.floats();
    double[] values = new double[floats.length];
    Arrays.setAll(values, i -> floats[i]);
    return values;
  }

  private static double[] text(byte[] content) {
    String text = new String(content, StandardCharsets.UTF_8).strip();
    String plain = text.replaceAll("^\\[|]$", "").strip();
    try {
      return Arrays.stream(plain.split("[\\s,]+")).mapToDouble(Double::parseDouble).toArray();
    } catch (NumberFormatException e) {
      throw new MalformedCheckpoint(
          "no temperature, such as [0.95 0.94 0.99]: " + MalformedCheckpoint.shown(text));
    }
  }

  private static Temperature temperature(double[] values) {
    if (values.length == 1) {
      return Temperature.of(values[0]).asFloats();
    }
    if (values.length != CLASSES) {
      throw new MalformedCheckpoint(
          "has " + values.length + " temperatures; there is one, or one for each of three classes");
    }
    return new Temperature(values[0], values[1], values[2]).asFloats();
  }
}

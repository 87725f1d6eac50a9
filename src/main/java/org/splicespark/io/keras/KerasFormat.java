package org.splicespark.io.keras;

import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.splicespark.error.InputException;
import org.splicespark.model.NetworkWeights;
import org.splicespark.model.WeightFormat;

/** Whole models as Keras 2 saves them in HDF5 ({@code model.save("1.h5")}). */
public final class KerasFormat implements WeightFormat {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};

  /** Bytes that hold the end-of-file address in every version. */
  private static final int SUPERBLOCK = 64;

  private static final String WEIGHTS = "model_weights";

  @Override
  public boolean covers(String name) {
    String small = name.toLowerCase(Locale.ROOT);
    return small.endsWith(".h5") || small.endsWith(".hdf5");
  }

  @Override
  public boolean covers(Path file) {
    return covers(file.getFileName().toString()) || hasSignature(file);
  }

  private static boolean hasSignature(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(SIGNATURE, in.readNBytes(SIGNATURE.length));
    } catch (IOException e) {
      return false; // Whoever reads it next says why it cannot be read.
    }
  }

  @Override
  public List<NetworkWeights> read(Path file) {
    if (!hasSignature(file)) {
      throw new InputException(file + ": no HDF5 file, or a damaged one; fetch it again");
    }
    requireWhole(file);
    try (HdfFile hdf = new HdfFile(file)) {
      KerasPlan plan = KerasPlan.of(KerasLayers.parsed(config(hdf)));
      return List.of(new KerasTensors(weights(hdf)).of(plan));
    } catch (UnlikePlan e) {
      throw new InputException(file + ": " + e.getMessage(), e);
    } catch (RuntimeException e) {
      // jHDF meets a damaged structure with whatever exception comes first.
      throw new InputException(
          file
              + ": truncated or damaged ("
              + UnlikePlan.shown(e.getMessage())
              + "); fetch it again",
          e);
    }
  }

  /** jHDF does not look where the file says that it ends (specification II.A). */
  private static void requireWhole(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      ByteBuffer start = ByteBuffer.wrap(in.readNBytes(SUPERBLOCK)).order(ByteOrder.LITTLE_ENDIAN);
      int version = start.get(SIGNATURE.length);
      int at = version >= 2 ? 28 : version == 1 ? 44 : 40;
      if (start.getLong(at) > Files.size(file)) {
        throw new InputException(file + ": truncated; fetch it again");
      }
    } catch (IOException | IndexOutOfBoundsException e) {
      throw new InputException(file + ": truncated, or it cannot be read; fetch it again", e);
    }
  }

  private static String config(HdfFile hdf) {
    Attribute config = hdf.getAttribute("model_config");
    if (config == null) {
      throw new UnlikePlan(
          hdf.getAttribute("layer_names") == null
              ? "is HDF5, but no model that Keras saved (it has no model_config)"
              : "has weights without their architecture; save the whole model: model.save()");
    }
    if (!(config.getData() instanceof String text)) {
      throw new UnlikePlan("has a model_config that is no text");
    }
    return text;
  }

  private static Group weights(HdfFile hdf) {
    Node weights = hdf.getChild(WEIGHTS);
    if (!(weights instanceof Group group)) {
      throw new UnlikePlan("has an architecture without weights (no " + WEIGHTS + ")");
    }
    return group;
  }
}

package org.splicespark.io.hdf5;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Node;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.splicespark.dataset.Chunk;
import org.splicespark.dataset.OneHot;
import org.splicespark.error.InputException;

/**
 * A local HDF5 file: its structure through jHDF, its bytes through a channel of our own.
 *
 * @param length bytes of the file
 */
record OpenFile(Path path, HdfFile hdf, FileChannel channel, long length) implements AutoCloseable {
  private static final Pattern NUMBERED = Pattern.compile("([XY])(0|[1-9][0-9]{0,8})");

  /**
   * @throws InputException if there is no such file, or it is no HDF5 file
   */
  static OpenFile open(Path path) {
    if (!Files.isRegularFile(path)) {
      throw new InputException(path + ": no such file");
    }
    try {
      FileChannel channel = FileChannel.open(path);
      try {
        return new OpenFile(path, new HdfFile(path), channel, channel.size());
      } catch (IOException | RuntimeException e) {
        channel.close();
        throw e;
      }
    } catch (IOException e) {
      throw new InputException(path + ": cannot be read (" + e + ")", e);
    } catch (RuntimeException e) {
      // jHDF meets a damaged structure with whatever exception comes first.
      throw new InputException(
          path + ": no HDF5 file, or a damaged one (" + e.getMessage() + "); is it still packed?",
          e);
    }
  }

  /**
   * The pairs of X and Y in the order of their numbers. Other datasets are passed over.
   *
   * @throws InputException if there is none, one has no partner, or one does not hold chunks
   */
  List<TensorPair> pairs() {
    Map<Integer, Dataset> xs = new TreeMap<>();
    Map<Integer, Dataset> ys = new TreeMap<>();
    try {
      sort(xs, ys);
      checkPartners(xs, ys);
      List<TensorPair> pairs = new ArrayList<>();
      xs.forEach((number, x) -> pairs.add(pair(x, ys.get(number))));
      return pairs;
    } catch (InputException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new InputException(
          path + ": truncated or damaged (" + e.getMessage() + "); copy it again", e);
    }
  }

  private void sort(Map<Integer, Dataset> xs, Map<Integer, Dataset> ys) {
    for (Node node : hdf.getChildren().values()) {
      Matcher name = NUMBERED.matcher(node.getName());
      if (name.matches() && node instanceof Dataset dataset) {
        (name.group(1).equals("X") ? xs : ys).put(Integer.valueOf(name.group(2)), dataset);
      }
    }
  }

  private void checkPartners(Map<Integer, Dataset> xs, Map<Integer, Dataset> ys) {
    if (xs.isEmpty() && ys.isEmpty()) {
      throw new InputException(path + ": no datasets X0 and Y0; is it a dataset_*.h5?");
    }
    var numbers = new TreeSet<>(xs.keySet());
    numbers.addAll(ys.keySet());
    for (int number : numbers) {
      if (!xs.containsKey(number) || !ys.containsKey(number)) {
        String there = xs.containsKey(number) ? "X" : "Y";
        String missing = there.equals("X") ? "Y" : "X";
        throw new InputException(
            path + ": dataset " + there + number + " but no dataset " + missing + number);
      }
    }
  }

  private TensorPair pair(Dataset x, Dataset y) {
    return new TensorPair(
        Tensor.of(this, x, Chunk.LENGTH, OneHot.CHANNELS),
        Tensor.of(this, y, Chunk.LABELLED, OneHot.CLASSES));
  }

  @Override
  public void close() {
    hdf.close();
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package org.splicespark.io.hdf5;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where everything of an HDF5 file will be: all sizes are declared before the first byte is
 * written. The same declarations and data give the same bytes.
 */
public final class Hdf5Layout {
  private final RootGroup group;

  /** In the order of the names' bytes, as the group lists them. */
  private final List<PlacedDataset> byName = new ArrayList<>();

  private final Map<String, PlacedDataset> declared = new LinkedHashMap<>();
  private final long length;

  private Hdf5Layout(Map<String, PlannedDataset> datasets) {
    List<String> names = new ArrayList<>(datasets.keySet());
    names.sort(Comparator.comparing(Hdf5Layout::utf8, Arrays::compareUnsigned));
    group = new RootGroup(names.stream().map(Hdf5Layout::utf8).toList());
    Map<String, Long> headers = new LinkedHashMap<>();
    long place = group.size();
    for (String name : names) {
      headers.put(name, place);
      place += PlacedDataset.headerSize(datasets.get(name));
    }
    for (PlannedDataset dataset : datasets.values()) {
      String name = dataset.name();
      declared.put(name, new PlacedDataset(dataset, headers.get(name), place));
      place = Math.addExact(place, dataset.storedSize());
    }
    names.forEach(name -> byName.add(declared.get(name)));
    length = place;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Begins the declarations. */
  public static Builder builder() {
    return new Builder();
  }

  /** Bytes of the file. */
  public long length() {
    return length;
  }

  /**
   * Where the raw data of a dataset begin, in bytes from the file's beginning. Those of an empty
   * one would begin here.
   */
  public long address(String dataset) {
    return placed(dataset).address();
  }

  /** Bytes of a dataset's raw data, which are one run; for strings that is not their text. */
  public long size(String dataset) {
    return placed(dataset).dataset().rawSize();
  }

  private PlacedDataset placed(String dataset) {
    PlacedDataset found = declared.get(dataset);
    if (found == null) {
      throw new IllegalArgumentException("no dataset " + dataset + " was declared");
    }
    return found;
  }

  /**
   * Begins the file.
   *
   * @param out takes the file from its first byte on; closed with the writer
   */
  public Hdf5Writer open(OutputStream out) throws IOException {
    return new Hdf5Writer(metadata(), List.copyOf(declared.values()), out);
  }

  /** All that comes before the first dataset's raw data. */
  private byte[] metadata() {
    int size = group.size();
    for (PlacedDataset placed : byName) {
      size += PlacedDataset.headerSize(placed.dataset());
    }
    ByteBuffer bytes = ByteBuffer.allocate(size);
    bytes.put(group.bytes(byName.stream().mapToLong(PlacedDataset::header).toArray(), length));
    byName.forEach(placed -> bytes.put(placed.headerBytes()));
    return bytes.array();
  }

  /** Declares the datasets of a file, in the order in which their data will come. */
  public static final class Builder {
    private final Map<String, PlannedDataset> datasets = new LinkedHashMap<>();

    private Builder() {}

    /**
     * Declares a tensor of signed bytes.
     *
     * @param name in the root group; without a slash
     * @param shape elements along each axis, the slowest first; may have a 0
     * @throws IllegalArgumentException if the name is taken or none, or the shape is none
     */
    public Builder bytes(String name, long... shape) {
      if (shape.length == 0 || shape.length > 32 || Arrays.stream(shape).anyMatch(n -> n < 0)) {
        throw new IllegalArgumentException("a shape of " + Arrays.toString(shape) + " for " + name);
      }
      return add(new ByteDataset(name, shape.clone()));
    }

    /**
     * Declares a list of UTF-8 strings of variable length.
     *
     * @param name in the root group; without a slash
     * @param lengths bytes of each string
     * @throws IllegalArgumentException if the name is taken or none, or a length is negative
     */
    public Builder strings(String name, int[] lengths) {
      return add(new StringDataset(name, lengths.clone()));
    }

    private Builder add(PlannedDataset dataset) {
      String name = dataset.name();
      if (name.isEmpty() || name.equals(".") || name.contains("/") || name.contains("\0")) {
        throw new IllegalArgumentException("a dataset cannot be called '" + name + "'");
      }
      if (datasets.putIfAbsent(name, dataset) != null) {
        throw new IllegalArgumentException("two datasets " + name);
      }
      return this;
    }

    /**
     * Lays the file out.
     *
     * @throws ArithmeticException if it had more than 2^63 bytes
     */
    public Hdf5Layout build() {
      return new Hdf5Layout(datasets);
    }
  }
}

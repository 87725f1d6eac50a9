package org.splicespark.io.hdf5;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;

/**
 * Writes a file that was laid out, from its first byte to its last. Every dataset gets exactly what
 * was declared, in the declared order; an empty one is passed over. Holds no data but a small
 * buffer. Not safe for threads.
 */
public final class Hdf5Writer implements Closeable {
  private static final int BUFFER = 1 << 16;
  private static final byte[] ZEROS = new byte[8];

  private final OutputStream out;
  private final Iterator<PlacedDataset> rest;

  /** The dataset that is being written; null behind the last. */
  private PlannedDataset current;

  private HeapOutput heap;

  /** Elements of the current dataset that are still to come. */
  private long missing;

  Hdf5Writer(byte[] metadata, List<PlacedDataset> datasets, OutputStream out) throws IOException {
    this.out = new BufferedOutputStream(out, BUFFER);
    this.rest = datasets.iterator();
    this.out.write(metadata);
    advance();
  }

  /**
   * Writes the next bytes of a tensor.
   *
   * @throws IllegalStateException if it is another dataset's turn, or these are too many
   */
  public void write(String dataset, byte[] bytes) throws IOException {
    write(dataset, bytes, 0, bytes.length);
  }

  /**
   * Writes the next bytes of a tensor, from a part of an array.
   *
   * @throws IllegalStateException if it is another dataset's turn, or these are too many
   */
  public void write(String dataset, byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return;
    }
    PlannedDataset target = turn(dataset);
    if (!(target instanceof ByteDataset) || length > missing) {
      throw new IllegalStateException(
          dataset + " has " + missing + " elements to come, not " + length + " bytes");
    }
    out.write(bytes, offset, length);
    missing -= length;
    advance();
  }

  /**
   * Writes the next string of a list.
   *
   * @throws IllegalStateException if it is another dataset's turn, or the string's length is not
   *     the declared one
   */
  public void string(String dataset, byte[] utf8) throws IOException {
    if (!(turn(dataset) instanceof StringDataset strings)) {
      throw new IllegalStateException(dataset + " has no strings");
    }
    int declared = strings.lengths()[(int) (strings.lengths().length - missing)];
    if (utf8.length != declared) {
      throw new IllegalStateException(
          dataset + " has a string of " + declared + " bytes to come, not of " + utf8.length);
    }
    heap.write(utf8);
    missing--;
    advance();
  }

  private PlannedDataset turn(String dataset) {
    if (current == null || !current.name().equals(dataset)) {
      throw new IllegalStateException(
          "not the turn of " + dataset + " but of " + (current == null ? "none" : current.name()));
    }
    return current;
  }

  /** Goes to the next dataset that has something to come. */
  private void advance() throws IOException {
    while (missing == 0) {
      if (current instanceof ByteDataset bytes) {
        out.write(ZEROS, 0, Padding.missing(bytes.rawSize()));
      }
      if (!rest.hasNext()) {
        current = null;
        return;
      }
      begin(rest.next());
    }
  }

  private void begin(PlacedDataset placed) throws IOException {
    current = placed.dataset();
    missing = current.rawSize() / current.elementSize();
    if (current instanceof StringDataset strings) {
      HeapOutput.references(out, strings, placed.address() + strings.rawSize());
      heap = new HeapOutput(out, strings);
    }
  }

  /**
   * Closes the stream.
   *
   * @throws IllegalStateException if a dataset has not got all its data: the file is of no use
   */
  @Override
  public void close() throws IOException {
    out.close();
    if (current != null) {
      throw new IllegalStateException(
          current.name() + " has " + missing + " elements to come; the file is not complete");
    }
  }
}

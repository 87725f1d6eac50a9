package org.splicespark.io.hdf5;

import io.jhdf.api.Dataset;
import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.dataset.DatasetBase;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Windows of a chunked, compressed or compact dataset, as jHDF slices it. Slices are as long as the
 * dataset's chunks, so that each chunk is unpacked once; where chunks are longer than the limit,
 * they are unpacked again for each slice.
 *
 * @param dataset the dataset
 * @param axis along which windows follow one another
 */
record SlicedWindows(DatasetBase dataset, int axis) implements WindowData {
  private static final long LIMIT = 1 << 26;

  @Override
  public int stride() {
    long[] window = dataset.getDimensionsAsLong();
    window[axis] = 1;
    long most = Math.max(1, LIMIT / Arrays.stream(window).reduce(1, (a, b) -> a * b));
    return (int) Math.min(most, chunk(dataset, axis));
  }

  private static int chunk(Dataset dataset, int axis) {
    return dataset instanceof ChunkedDataset chunked ? chunked.getChunkDimensions()[axis] : 1;
  }

  @Override
  public byte[] read(long first, int count) {
    int[] shape = dataset.getDimensions();
    long[] offset = new long[shape.length];
    offset[axis] = first;
    shape[axis] = count;
    ByteBuffer slice = dataset.getSliceDataBuffer(offset, shape);
    byte[] bytes = new byte[slice.remaining()];
    slice.get(bytes);
    return bytes;
  }
}

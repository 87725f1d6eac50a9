package org.splicespark.io.hdf5;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jhdf.HdfFile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.splicespark.dataset.Chunk;
import org.splicespark.dataset.OneHot;
import org.splicespark.testing.RandomChunks;

/** Addresses and sizes beyond 4 GB. The file is a sparse one: its zeros take up no disk. */
@Tag("golden")
class LargeFileTest {
  private static final int WINDOWS = 80_000;
  private static final int X_WIDTH = Chunk.LENGTH * OneHot.CHANNELS;
  private static final int Y_WIDTH = Chunk.LABELLED * OneHot.CLASSES;
  private static final byte[] ZEROS = new byte[1 << 20];

  @TempDir private Path folder;

  /** Leaves a hole for the zeros that it knows by their array. */
  private static final class SparseOutput extends OutputStream {
    private final RandomAccessFile file;

    SparseOutput(Path path) throws IOException {
      file = new RandomAccessFile(path.toFile(), "rw");
    }

    @Override
    public void write(int b) throws IOException {
      file.write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      if (bytes == ZEROS) {
        file.seek(file.getFilePointer() + length);
      } else {
        file.write(bytes, offset, length);
      }
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }

  @Test
  void whatLiesBehindFourGigabytesIsRead() throws Exception {
    Path file = folder.resolve("large.h5");
    Chunk last = RandomChunks.chunk(7);
    write(file, last);
    try (Hdf5Chunks chunks = Hdf5Chunks.open(file)) {
      assertEquals(WINDOWS, chunks.count(0));
      assertEquals(last, chunks.read(1).next());
    }
    try (HdfFile hdf = new HdfFile(file)) {
      assertArrayEquals(new String[] {"TANGO"}, (String[]) hdf.getDatasetByPath("NAME").getData());
    }
    String script =
        """
        import sys, h5py
        with h5py.File(sys.argv[1]) as f:
            x, y = f['X0'], f['Y0']
            print(x.shape, x[-1].sum() == f['X1'][0].sum() > 0, x[-2].sum(), f['NAME'].asstr()[0])
        """;
    assertEquals("(80000, 15000, 4) True 0 TANGO\n", Hdf5Tools.python(script, file));
  }

  private static void write(Path file, Chunk last) throws IOException {
    Hdf5Layout layout =
        Hdf5Layout.builder()
            .bytes("X0", WINDOWS, Chunk.LENGTH, OneHot.CHANNELS)
            .bytes("Y0", 1, WINDOWS, Chunk.LABELLED, OneHot.CLASSES)
            .bytes("X1", 1, Chunk.LENGTH, OneHot.CHANNELS)
            .bytes("Y1", 1, 1, Chunk.LABELLED, OneHot.CLASSES)
            .strings("NAME", new int[] {5})
            .build();
    try (Hdf5Writer writer = layout.open(new SparseOutput(file))) {
      zeros(writer, "X0", WINDOWS - 1);
      writer.write("X0", OneHot.bases(last.codes()));
      zeros(writer, "Y0", WINDOWS);
      writer.write("X1", OneHot.bases(last.codes()));
      writer.write("Y1", OneHot.labels(last.labels()));
      writer.string("NAME", Hdf5Files.utf8("TANGO"));
    }
    assertEquals(layout.length(), Files.size(file));
  }

  private static void zeros(Hdf5Writer writer, String name, int windows) throws IOException {
    int width = name.startsWith("X") ? X_WIDTH : Y_WIDTH;
    for (long left = (long) windows * width; left > 0; left -= ZEROS.length) {
      writer.write(name, ZEROS, 0, (int) Math.min(left, ZEROS.length));
    }
  }
}

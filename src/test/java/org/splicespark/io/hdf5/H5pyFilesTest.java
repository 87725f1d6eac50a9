package org.splicespark.io.hdf5;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.splicespark.dataset.Chunk;
import org.splicespark.error.InputException;
import org.splicespark.testing.RandomChunks;

/** Whatever way a user's h5py keeps the same chunks, they are read the same. */
@Tag("golden")
class H5pyFilesTest {
  private static final String COPY =
      """
      import sys, h5py, numpy as np
      with h5py.File(sys.argv[1]) as a, h5py.File(sys.argv[2], 'w', %s) as b:
          for k in a:
              v = a[k][:]
              b.create_dataset(k, data=%s, %s)
      """;

  @TempDir private Path folder;

  private Path copy(String file, String values, String dataset) throws Exception {
    Path from = Hdf5Files.chunks(folder.resolve("ours.h5"), RandomChunks.shards(37, 1));
    Path to = folder.resolve("theirs.h5");
    Hdf5Tools.python(String.format(COPY, file, values, dataset), from, to);
    return to;
  }

  private static void assertRead(Path file) {
    List<List<Chunk>> read = new ArrayList<>();
    try (Hdf5Chunks chunks = Hdf5Chunks.open(file)) {
      for (int shard = 0; shard < chunks.shards(); shard++) {
        List<Chunk> all = new ArrayList<>();
        chunks.read(shard).forEachRemaining(all::add);
        read.add(all);
      }
    }
    assertEquals(RandomChunks.shards(37, 1), read);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "compression='gzip'",
        "compression='gzip', shuffle=True, fletcher32=True",
        "compression='lzf'",
        "chunks=True",
        "maxshape=(None,) * v.ndim, compression='gzip'",
        "compression='gzip', chunks=(1,) * (v.ndim - 3) + (min(10, v.shape[-3]),) + v.shape[-2:]",
        "compression='lzf', chunks=v.shape",
      })
  void compressedAndChunkedFilesAreReadAlike(String dataset) throws Exception {
    assertRead(copy("libver='earliest'", "v", dataset));
  }

  @ParameterizedTest
  @ValueSource(strings = {"compression='gzip'", "compression='lzf', chunks=v.shape", "chunks=None"})
  void filesOfTheLatestFormatAreReadAlike(String dataset) throws Exception {
    assertRead(copy("libver='latest'", "v", dataset));
  }

  @ParameterizedTest
  @ValueSource(strings = {"v.astype('u1')", "v.astype(bool)", "v[0] if k[0] == 'Y' else v"})
  void bytesOfOtherKindsAreReadAlike(String values) throws Exception {
    assertRead(copy("libver=None", values, "chunks=None"));
    assertRead(copy("libver=None", values, "compression='gzip'"));
  }

  @Test
  void whatStandsBeforeTheFileIsPassedOver() throws Exception {
    assertRead(copy("userblock_size=1024", "v", "chunks=None"));
    assertRead(copy("userblock_size=1024", "v", "compression='gzip'"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"float32", "int16"})
  void widerElementsAreNamed(String type) throws Exception {
    Path file = copy("libver=None", "v.astype('" + type + "')", "chunks=None");
    var e = assertThrows(InputException.class, () -> Hdf5Chunks.open(file).close());
    assertTrue(e.getMessage().startsWith(file + ": dataset X0 has elements of "), e.getMessage());
  }

  @Test
  void aTensorWithoutDataIsNamed() throws Exception {
    Path file = folder.resolve("f.h5");
    String script =
        """
        import sys, h5py
        with h5py.File(sys.argv[1], 'w') as f:
            f.create_dataset('X0', (2, 15000, 4), 'i1')
            f.create_dataset('Y0', (1, 2, 5000, 3), 'i1')
        """;
    Hdf5Tools.python(script, file);
    var e = assertThrows(InputException.class, () -> Hdf5Chunks.open(file).close());
    assertEquals(file + ": dataset X0 was never written", e.getMessage());
  }

  @Test
  void aCompressedFileThatIsCutIsNamed() throws Exception {
    Path file = copy("libver=None", "v", "compression='gzip'");
    long length = Files.size(file);
    for (long size = 200; size < length; size += length / 40) {
      Path cut = cut(file, size);
      var e = assertThrows(InputException.class, () -> assertRead(cut), "cut at " + size);
      assertTrue(e.getMessage().startsWith(cut + ": "), e.getMessage());
    }
  }

  @Test
  void aCompressedChunkThatIsDamagedIsNamed() throws Exception {
    Path file = copy("libver=None", "v", "compression='gzip'");
    String script =
        "import sys, h5py;"
            + " print(h5py.File(sys.argv[1])['Y0'].id.get_chunk_info(0).byte_offset)";
    long address = Long.parseLong(Hdf5Tools.python(script, file).strip());
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(new byte[] {-1, -1, -1, -1}), address);
    }
    var e = assertThrows(InputException.class, () -> assertRead(file));
    String start = file + ": dataset Y0: cannot read window 0: ";
    assertTrue(e.getMessage().startsWith(start), e.getMessage());
  }

  private Path cut(Path file, long size) throws Exception {
    Path cut = folder.resolve("cut.h5");
    Files.deleteIfExists(cut);
    Files.copy(file, cut);
    try (FileChannel channel = FileChannel.open(cut, StandardOpenOption.WRITE)) {
      channel.truncate(size);
    }
    return cut;
  }
}

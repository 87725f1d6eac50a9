package org.splicespark.io.hdf5;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.splicespark.dataset.Chunk;
import org.splicespark.dataset.ChunkSource;
import org.splicespark.dataset.ChunkSourceContract;
import org.splicespark.dataset.OneHot;
import org.splicespark.error.InputException;
import org.splicespark.testing.RandomChunks;

class Hdf5ChunksTest implements ChunkSourceContract {
  private static final long[] X = {2, Chunk.LENGTH, 4};
  private static final long[] Y = {1, 2, Chunk.LABELLED, 3};

  @TempDir private Path folder;

  @Override
  public ChunkSource source(List<List<Chunk>> shards) throws IOException {
    return Hdf5Chunks.open(Hdf5Files.chunks(folder.resolve("dataset_train.h5"), shards));
  }

  @Test
  void pairsAreInTheOrderOfTheirNumbersAndFilesInTheGivenOne() throws IOException {
    List<List<Chunk>> many = RandomChunks.shards(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 3);
    Path first = Hdf5Files.chunks(folder.resolve("b.h5"), many);
    Path second = Hdf5Files.chunks(folder.resolve("a.h5"), RandomChunks.shards(4));
    try (Hdf5Chunks chunks = Hdf5Chunks.open(List.of(first, second))) {
      assertEquals(13, chunks.shards());
      assertEquals(2, chunks.count(10));
      assertEquals(3, chunks.count(11));
      assertEquals(4, chunks.count(12));
      assertEquals(many.get(10).get(1), last(chunks.read(10)));
    }
  }

  private static Chunk last(Iterator<Chunk> chunks) {
    Chunk last = null;
    while (chunks.hasNext()) {
      last = chunks.next();
    }
    return last;
  }

  @Test
  void aPairWithoutWindowsIsAShardWithoutChunks() throws IOException {
    try (ChunkSource chunks = source(RandomChunks.shards(0, 1, 0))) {
      assertEquals(3, chunks.shards());
      assertEquals(0, chunks.count(0));
      assertFalse(chunks.read(0).hasNext());
      assertEquals(RandomChunks.chunk(0), chunks.read(1).next());
      assertFalse(chunks.read(2).hasNext());
    }
  }

  @Test
  void labelsWithoutALeadingAxisAreReadToo() throws IOException {
    Hdf5Layout layout =
        Hdf5Layout.builder()
            .bytes("X0", 1, Chunk.LENGTH, 4)
            .bytes("Y0", 1, Chunk.LABELLED, 3)
            .build();
    Chunk chunk = RandomChunks.chunk(1);
    Path file = folder.resolve("f.h5");
    try (Hdf5Writer writer = layout.open(Files.newOutputStream(file))) {
      writer.write("X0", OneHot.bases(chunk.codes()));
      writer.write("Y0", OneHot.labels(chunk.labels()));
    }
    try (Hdf5Chunks chunks = Hdf5Chunks.open(file)) {
      assertEquals(chunk, chunks.read(0).next());
    }
  }

  @Test
  void whatIsNoHdf5FileIsNamed() throws IOException {
    refused(folder.resolve("none.h5"), "no such file");
    refused(Files.write(folder.resolve("e.h5"), new byte[0]), "no HDF5 file");
    refused(Files.writeString(folder.resolve("t.h5"), "text\n".repeat(1000)), "no HDF5 file");
  }

  @Test
  void partnersAreMissed() throws IOException {
    refused(Hdf5Files.zeros(folder.resolve("x.h5"), X, "X0"), "dataset X0 but no dataset Y0");
    refused(Hdf5Files.zeros(folder.resolve("y.h5"), Y, "Y7"), "dataset Y7 but no dataset X7");
    refused(Hdf5Files.zeros(folder.resolve("z.h5"), Y, "Z0"), "no datasets X0 and Y0");
  }

  @Test
  void shapesThatAreNotThoseOfChunksAreNamed() throws IOException {
    String[] both = {"X0", "Y0"};
    refused(Hdf5Files.zeros(folder.resolve("1.h5"), X, both), "dataset Y0 has the shape [2, 15000");
    refused(Hdf5Files.zeros(folder.resolve("2.h5"), Y, both), "dataset X0 has the shape [1, 2, 50");
    long[] flat = {9};
    refused(Hdf5Files.zeros(folder.resolve("3.h5"), flat, both), "dataset X0 has the shape [9]");
  }

  @Test
  void listsOfStringsAreNoTensors() throws IOException {
    Path file = folder.resolve("s.h5");
    Hdf5Layout layout =
        Hdf5Layout.builder().strings("X0", new int[0]).strings("Y0", new int[0]).build();
    layout.open(Files.newOutputStream(file)).close();
    refused(file, "dataset X0 has the shape [0]");
  }

  @Test
  void countsThatDifferAreNamed() throws IOException {
    Hdf5Layout layout =
        Hdf5Layout.builder()
            .bytes("X0", 1, Chunk.LENGTH, 4)
            .bytes("Y0", 1, 0, Chunk.LABELLED, 3)
            .build();
    Path file = folder.resolve("f.h5");
    try (Hdf5Writer writer = layout.open(Files.newOutputStream(file))) {
      writer.write("X0", new byte[60_000]);
    }
    refused(file, "dataset X0 has 1 windows, and its Y has 0");
  }

  @Test
  void aRowThatIsNotOneHotIsNamed() throws IOException {
    Path file = Hdf5Files.chunks(folder.resolve("f.h5"), RandomChunks.shards(30));
    Hdf5Layout layout =
        Hdf5Layout.builder()
            .bytes("X0", 30, Chunk.LENGTH, 4)
            .bytes("Y0", 1, 30, Chunk.LABELLED, 3)
            .build();
    long row = layout.address("Y0") + (20L * Chunk.LABELLED + 7) * 3;
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(new byte[] {1, 1, 0}), row);
    }
    try (Hdf5Chunks chunks = Hdf5Chunks.open(file)) {
      named(
          assertThrows(InputException.class, () -> last(chunks.read(0))),
          file,
          "dataset Y0, window 20: row 7 is not one-hot");
    }
  }

  @Test
  void aFileCutAnywhereIsNamed() throws IOException {
    Path file = Hdf5Files.chunks(folder.resolve("f.h5"), RandomChunks.shards(2));
    long length = Files.size(file);
    for (long size : new long[] {length - 1, length / 2, 1500, 1000, 700, 300, 130, 50, 9, 8, 4}) {
      Path cut = Files.copy(file, folder.resolve(size + ".h5"));
      try (FileChannel channel = FileChannel.open(cut, StandardOpenOption.WRITE)) {
        channel.truncate(size);
      }
      refused(cut, "");
    }
  }

  private static void refused(Path file, String what) {
    named(assertThrows(InputException.class, () -> Hdf5Chunks.open(file).close()), file, what);
  }

  private static void named(InputException e, Path file, String what) {
    assertTrue(e.getMessage().startsWith(file + ": "), e.getMessage());
    assertTrue(e.getMessage().contains(what), e.getMessage());
    assertFalse(e.getMessage().contains("\n"), e.getMessage());
  }
}

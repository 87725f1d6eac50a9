package org.splicespark.io.hdf5;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jhdf.HdfFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.splicespark.dataset.Chunk;
import org.splicespark.testing.RandomChunks;

/** The HDF5 library reads what we write, and it is what the peer's own writer gives. */
@Tag("golden")
class Hdf5InteropTest {
  @TempDir private Path folder;

  @Test
  void h5pyFindsInt8TensorsThatAreNeitherChunkedNorCompressed() throws Exception {
    Path file = Hdf5Files.chunks(folder.resolve("f.h5"), RandomChunks.shards(3, 0));
    String script =
        """
        import sys, h5py
        with h5py.File(sys.argv[1]) as f:
            for k in f:
                d = f[k]
                print(k, d.dtype, d.shape, d.chunks, d.compression, d[:].sum() > 0)
        """;
    assertEquals(
        """
        X0 int8 (3, 15000, 4) None None True
        X1 int8 (0, 15000, 4) None None False
        Y0 int8 (1, 3, 5000, 3) None None True
        Y1 int8 (1, 0, 5000, 3) None None False
        """,
        Hdf5Tools.python(script, file));
  }

  @Test
  void h5pyReadsTheDataAtTheAddressOfTheLayout() throws Exception {
    Path file = Hdf5Files.zeros(folder.resolve("f.h5"), new long[] {3, 7}, "b", "a", "c");
    Hdf5Layout layout =
        Hdf5Layout.builder().bytes("b", 3, 7).bytes("a", 3, 7).bytes("c", 3, 7).build();
    String script =
        "import sys, h5py; f = h5py.File(sys.argv[1]);"
            + " print(*[f[k].id.get_offset() for k in 'bac'])";
    assertEquals(
        layout.address("b") + " " + layout.address("a") + " " + layout.address("c") + "\n",
        Hdf5Tools.python(script, file));
  }

  @Test
  void h5pyReadsFourHundredDatasets() throws Exception {
    String[] names = IntStream.range(0, 400).mapToObj(i -> "X" + i).toArray(String[]::new);
    Path file = Hdf5Files.zeros(folder.resolve("f.h5"), new long[] {1, 5}, names);
    String script =
        """
        import sys, h5py
        with h5py.File(sys.argv[1]) as f:
            print(len(f), sum(f['X%d' % i].shape == (1, 5) for i in range(400)), 'X400' in f)
        """;
    assertEquals("400 400 False\n", Hdf5Tools.python(script, file));
  }

  @Test
  void h5pyFindsNothingInAFileOfNothing() throws Exception {
    Path file = Hdf5Files.zeros(folder.resolve("f.h5"), new long[] {1});
    assertEquals(
        "[]\n", Hdf5Tools.python("import sys, h5py; print(list(h5py.File(sys.argv[1])))", file));
  }

  @Test
  void h5pyReadsSeventyThousandStrings() throws Exception {
    List<String> strings = new ArrayList<>();
    IntStream.range(0, 70_000).forEach(i -> strings.add("gene-" + i));
    Path file = Files.write(folder.resolve("f.h5"), Hdf5Files.strings("NAME", strings));
    String script =
        """
        import sys, h5py
        with h5py.File(sys.argv[1]) as f:
            d = f['NAME']
            s = d.asstr()[:]
            print(h5py.check_string_dtype(d.dtype), all(s[i] == 'gene-%d' % i for i in range(70000)))
        """;
    assertEquals(
        "string_info(encoding='utf-8', length=None) True\n", Hdf5Tools.python(script, file));
  }

  @Test
  void h5pyReadsLongAndEmptyAndForeignStrings() throws Exception {
    List<String> strings =
        List.of("", "ACGT".repeat(750_000), "é", "A".repeat(4048), "C".repeat(4056), "中文", "");
    Path file = Files.write(folder.resolve("f.h5"), Hdf5Files.strings("SEQ", strings));
    String script =
        """
        import sys, h5py
        with h5py.File(sys.argv[1]) as f:
            print(f['SEQ'].asstr()[:].tolist() == ['', 'ACGT' * 750000, '\\u00e9', 'A' * 4048,
                'C' * 4056, '\\u4e2d\\u6587', ''])
        """;
    assertEquals("True\n", Hdf5Tools.python(script, file));
  }

  @Test
  void thePeersTensorsWrittenByUsAreThePeersFileToTheLibrary() throws Exception {
    Path peer = Hdf5Tools.peer("dataset_test.h5", folder);
    List<Chunk> chunks = new ArrayList<>();
    try (Hdf5Chunks source = Hdf5Chunks.open(peer)) {
      source.read(0).forEachRemaining(chunks::add);
    }
    Path ours = Hdf5Files.chunks(folder.resolve("dataset_test.h5"), List.of(chunks));
    assertEquals(Hdf5Tools.structure(peer), Hdf5Tools.structure(ours));
    assertSameData(peer, ours);
  }

  @Test
  void thePeersStringsWrittenByUsAreThePeersFileToTheLibrary() throws Exception {
    Path peer = Hdf5Tools.peer("datafile_test.h5", folder);
    Path ours = copyStrings(peer, folder.resolve("datafile_test.h5"));
    assertEquals(Hdf5Tools.structure(peer), Hdf5Tools.structure(ours));
    assertSameData(peer, ours);
  }

  private static Path copyStrings(Path from, Path to) throws IOException {
    Map<String, String[]> strings = new LinkedHashMap<>();
    try (HdfFile file = new HdfFile(from)) {
      file.getChildren()
          .forEach(
              (name, x) -> strings.put(name, (String[]) file.getDatasetByPath(name).getData()));
    }
    Hdf5Layout.Builder builder = Hdf5Layout.builder();
    strings.forEach(
        (name, texts) ->
            builder.strings(
                name, Arrays.stream(texts).mapToInt(s -> Hdf5Files.utf8(s).length).toArray()));
    try (Hdf5Writer writer = builder.build().open(Files.newOutputStream(to))) {
      for (Map.Entry<String, String[]> entry : strings.entrySet()) {
        for (String text : entry.getValue()) {
          writer.string(entry.getKey(), Hdf5Files.utf8(text));
        }
      }
    }
    return to;
  }

  private static void assertSameData(Path peer, Path ours) throws Exception {
    String script =
        """
        import sys, h5py
        with h5py.File(sys.argv[1]) as a, h5py.File(sys.argv[2]) as b:
            print(list(a) == list(b), len(a) > 0, all((a[k][:] == b[k][:]).all() for k in a))
        """;
    assertEquals("True True True\n", Hdf5Tools.python(script, peer, ours));
  }

  @Test
  void thePeersOwnFileHasItsSeventyChunksAndItsSites() throws Exception {
    int[] sites = new int[4];
    int count = 0;
    try (Hdf5Chunks source = Hdf5Chunks.open(Hdf5Tools.peer("dataset_test.h5", folder))) {
      assertEquals(1, source.shards());
      assertEquals(70, source.count(0));
      for (var chunks = source.read(0); chunks.hasNext(); count++) {
        for (byte label : chunks.next().labels()) {
          sites[label]++;
        }
      }
    }
    assertEquals(70, count);
    assertEquals(List.of(311_589, 97, 97, 38_217), Arrays.stream(sites).boxed().toList());
  }
}

package org.splicespark.io.hdf5;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.splicespark.dataset.Chunk;
import org.splicespark.dataset.OneHot;

/** Makes files for tests. */
final class Hdf5Files {
  private Hdf5Files() {}

  /** A file of chunks as the published trainers lay it out. */
  static Path chunks(Path file, List<List<Chunk>> shards) throws IOException {
    Hdf5Layout.Builder builder = Hdf5Layout.builder();
    for (int i = 0; i < shards.size(); i++) {
      int n = shards.get(i).size();
      builder.bytes("X" + i, n, Chunk.LENGTH, 4).bytes("Y" + i, 1, n, Chunk.LABELLED, 3);
    }
    try (OutputStream out = Files.newOutputStream(file);
        Hdf5Writer writer = builder.build().open(out)) {
      for (int i = 0; i < shards.size(); i++) {
        for (Chunk chunk : shards.get(i)) {
          writer.write("X" + i, OneHot.bases(chunk.codes()));
        }
        for (Chunk chunk : shards.get(i)) {
          writer.write("Y" + i, OneHot.labels(chunk.labels()));
        }
      }
    }
    return file;
  }

  /** A file with one list of strings. */
  static byte[] strings(String name, List<String> strings) throws IOException {
    int[] lengths = strings.stream().mapToInt(s -> utf8(s).length).toArray();
    var out = new ByteArrayOutputStream();
    try (Hdf5Writer writer = Hdf5Layout.builder().strings(name, lengths).build().open(out)) {
      for (String string : strings) {
        writer.string(name, utf8(string));
      }
    }
    return out.toByteArray();
  }

  /** A file with a dataset of zeros of this shape for each name. */
  static Path zeros(Path file, long[] shape, String... names) throws IOException {
    Hdf5Layout.Builder builder = Hdf5Layout.builder();
    Arrays.stream(names).forEach(name -> builder.bytes(name, shape));
    Hdf5Layout layout = builder.build();
    try (Hdf5Writer writer = layout.open(Files.newOutputStream(file))) {
      for (String name : names) {
        writer.write(name, new byte[(int) layout.size(name)]);
      }
    }
    return file;
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

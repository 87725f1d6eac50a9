package org.splicespark.spark.shards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.splicespark.dataset.Chunk;
import org.splicespark.dataset.ChunkSource;
import org.splicespark.dataset.ChunkSourceContract;
import org.splicespark.error.InputException;
import org.splicespark.spark.HadoopFiles;
import org.splicespark.testing.RandomChunks;

class ParquetChunksTest implements ChunkSourceContract {
  private static final HadoopFiles FILES = new HadoopFiles(new Configuration());

  @TempDir Path folder;

  @Override
  public ChunkSource source(List<List<Chunk>> shards) throws IOException {
    List<String> names = new ArrayList<>();
    for (List<Chunk> shard : shards) {
      names.add(written(shard, "part-" + names.size() + ".parquet").toString());
    }
    return new ParquetChunks(FILES, names);
  }

  private Path written(List<Chunk> chunks, String name) throws IOException {
    OutputFolder output = OutputFolder.of(FILES, folder.toString());
    output.store().prepare("plan", true);
    try (var store = output.store();
        ParquetShard shard = new ParquetShard(output, output.create(name, 1))) {
      for (Chunk chunk : chunks) {
        shard.add(LabeledChunks.gene(chunk));
      }
      shard.finish();
    }
    return Path.of(output.waiting(name));
  }

  /** A file of one row that has our columns and holds anything. */
  private Path row(byte[] codes, int labelled, int... donors) throws IOException {
    Group row = new SimpleGroup(ChunkRow.SCHEMA);
    row.append("gene", "g").append("contig", "c").append("strand", "+");
    row.append("start", 0).append("end", 1).append("window", 0);
    row.append(ChunkRow.LABELLED, labelled);
    row.append(ChunkRow.CODES, org.apache.parquet.io.api.Binary.fromConstantByteArray(codes));
    Group sites = row.addGroup(ChunkRow.DONORS);
    for (int donor : donors) {
      sites.addGroup("list").append("element", donor);
    }
    row.addGroup(ChunkRow.ACCEPTORS);
    return rows(ChunkRow.SCHEMA, row);
  }

  private Path rows(MessageType schema, Group row) throws IOException {
    Path file = folder.resolve("odd.parquet");
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(
                HadoopOutputFile.fromPath(HadoopFiles.path(file.toString()), new Configuration()))
            .withType(schema)
            .build()) {
      writer.write(row);
    }
    return file;
  }

  private static void read(Path file) {
    try (ChunkSource chunks = new ParquetChunks(FILES, List.of(file.toString()))) {
      chunks.read(0).forEachRemaining(chunk -> {});
    }
  }

  private static void requireRefused(Path file, String fragment) {
    InputException error = assertThrows(InputException.class, () -> read(file));
    assertTrue(error.getMessage().startsWith(file + ": "), error.getMessage());
    assertTrue(error.getMessage().contains(fragment), error.getMessage());
    assertFalse(error.getMessage().contains("null"), error.getMessage());
  }

  @Test
  void aShardWithoutChunksIsEmpty() throws IOException {
    try (ChunkSource source = source(List.of(List.of()))) {
      assertEquals(0, source.count(0));
      assertFalse(source.read(0).hasNext());
    }
  }

  @Test
  void aFileThatIsNotThereIsToldByItsName() {
    requireRefused(folder.resolve("none.parquet"), "cannot be read as Parquet");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Call me Ishmael.", "PAR1"})
  void aFileThatIsNoParquetIsToldByItsName(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("text.parquet"), text.repeat(50));
    requireRefused(file, "cannot be read as Parquet");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.5, 0.9, 0.999})
  void aTruncatedFileIsToldByItsName(double share) throws IOException {
    byte[] whole = Files.readAllBytes(written(RandomChunks.shards(5).get(0), "whole.parquet"));
    byte[] part = Arrays.copyOf(whole, (int) (whole.length * share));
    requireRefused(Files.write(folder.resolve("cut.parquet"), part), "cannot be read as Parquet");
  }

  @Test
  void aFileThatIsDamagedInsideIsToldByItsName() throws IOException {
    byte[] bytes = Files.readAllBytes(written(RandomChunks.shards(5).get(0), "whole.parquet"));
    Arrays.fill(bytes, 100, bytes.length / 2, (byte) 0x5a);
    requireRefused(Files.write(folder.resolve("bad.parquet"), bytes), "cannot be read as Parquet");
  }

  @Test
  void aParquetFileOfOtherThingsIsToldByTheColumnThatIsMissing() throws IOException {
    MessageType schema =
        MessageTypeParser.parseMessageType("message other { required binary gene (STRING); }");
    Group row = new SimpleGroup(schema).append("gene", "g");
    requireRefused(rows(schema, row), "no shard of chunks, it has no column contig");
  }

  @Test
  void aColumnOfAnotherTypeIsToldByTheFilesName() throws IOException {
    String text = ChunkRow.SCHEMA.toString().replace("binary x", "int32 x");
    MessageType schema = MessageTypeParser.parseMessageType(text);
    Group row = new SimpleGroup(schema);
    row.append("gene", "g").append("contig", "c").append("strand", "+").append("start", 0);
    row.append("end", 1).append("window", 0).append(ChunkRow.LABELLED, 1).append("x", 7);
    row.addGroup(ChunkRow.DONORS);
    row.addGroup(ChunkRow.ACCEPTORS);
    requireRefused(rows(schema, row), "no shard of chunks, its column x is INT32");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 14_999, 15_001})
  void aRowOfTheWrongLengthIsToldWithItsLength(int length) throws IOException {
    requireRefused(row(new byte[length], 5000), "a chunk of " + length + " bases");
  }

  @ParameterizedTest
  @CsvSource({"-1, 0", "5001, 0", "10, 10", "10, -1", "5000, 5000", "5000, 2147483647"})
  void aRowWithLabelsOutsideItIsRefused(int labelled, int donor) throws IOException {
    requireRefused(row(new byte[Chunk.LENGTH], labelled, donor), "labelled");
  }

  @Test
  void aRowOfAnotherWriterIsReadAsItIs() throws IOException {
    Path file = row(new byte[Chunk.LENGTH], 10, 0, 9);
    try (ChunkSource chunks = new ParquetChunks(FILES, List.of(file.toString()))) {
      Iterator<Chunk> read = chunks.read(0);
      byte[] labels = read.next().labels();
      assertEquals(Chunk.DONOR, labels[0]);
      assertEquals(Chunk.DONOR, labels[9]);
      assertEquals(Chunk.BEYOND, labels[10]);
    }
  }
}

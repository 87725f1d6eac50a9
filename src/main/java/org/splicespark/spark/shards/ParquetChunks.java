package org.splicespark.spark.shards;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.schema.Type;
import org.splicespark.dataset.Chunk;
import org.splicespark.dataset.ChunkSource;
import org.splicespark.error.InputException;
import org.splicespark.spark.HadoopFiles;

/** Chunks of Parquet files, one shard each. */
public final class ParquetChunks implements ChunkSource {
  private final HadoopFiles files;
  private final List<String> names;

  /** Begun and not read to their ends. */
  private final Set<Rows> open = new HashSet<>();

  /**
   * @param names of the files, wherever Hadoop can reach them
   */
  public ParquetChunks(HadoopFiles files, List<String> names) {
    this.files = files;
    this.names = List.copyOf(names);
  }

  @Override
  public int shards() {
    return names.size();
  }

  @Override
  public int count(int shard) {
    String name = names.get(shard);
    try (ParquetFileReader reader =
        ParquetFileReader.open(HadoopInputFile.fromPath(path(name), configuration(name)))) {
      requireColumns(reader, name);
      return Math.toIntExact(reader.getRecordCount());
    } catch (IOException | RuntimeException e) {
      throw fault(name, e);
    }
  }

  private static void requireColumns(ParquetFileReader reader, String name) {
    var schema = reader.getFileMetaData().getSchema();
    for (Type wanted : ChunkRow.SCHEMA.getFields()) {
      if (!schema.containsField(wanted.getName())) {
        throw new InputException(
            name + ": no shard of chunks, it has no column " + wanted.getName());
      }
      String kind = kind(schema.getType(wanted.getName()));
      if (!kind.equals(kind(wanted))) {
        throw new InputException(
            name + ": no shard of chunks, its column " + wanted.getName() + " is " + kind);
      }
    }
  }

  private static String kind(Type type) {
    return type.isPrimitive() ? type.asPrimitiveType().getPrimitiveTypeName().name() : "a group";
  }

  @Override
  public Iterator<Chunk> read(int shard) {
    String name = names.get(shard);
    int count = count(shard);
    try {
      ParquetReader<Group> reader =
          ParquetReader.builder(new GroupReadSupport(), path(name))
              .withConf(configuration(name))
              .build();
      Rows rows = new Rows(name, reader, count);
      open.add(rows);
      return rows;
    } catch (IOException | RuntimeException e) {
      throw fault(name, e);
    }
  }

  private Path path(String name) throws IOException {
    return files.system(name).makeQualified(HadoopFiles.path(name));
  }

  private Configuration configuration(String name) throws IOException {
    return files.system(name).getConf();
  }

  private static InputException fault(String name, Exception e) {
    return e instanceof InputException known
        ? known
        : new InputException(name + ": cannot be read as Parquet: " + e.getMessage(), e);
  }

  @Override
  public void close() {
    List.copyOf(open).forEach(Rows::close);
  }

  private final class Rows implements Iterator<Chunk> {
    private final String name;
    private final ParquetReader<Group> reader;
    private int left;

    Rows(String name, ParquetReader<Group> reader, int count) {
      this.name = name;
      this.reader = reader;
      this.left = count;
    }

    @Override
    public boolean hasNext() {
      if (left == 0) {
        close();
      }
      return left > 0;
    }

    @Override
    public Chunk next() {
      if (left == 0) {
        throw new NoSuchElementException();
      }
      try {
        Chunk chunk = chunk(reader.read());
        if (--left == 0) {
          close();
        }
        return chunk;
      } catch (IOException | RuntimeException e) {
        throw fault(name, e);
      }
    }

    private void close() {
      open.remove(this);
      try {
        reader.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static Chunk chunk(Group row) {
      return ChunkRow.chunk(
          row.getBinary(ChunkRow.CODES, 0).getBytes(),
          row.getInteger(ChunkRow.LABELLED, 0),
          sites(row.getGroup(ChunkRow.DONORS, 0)),
          sites(row.getGroup(ChunkRow.ACCEPTORS, 0)));
    }

    private static List<Integer> sites(Group list) {
      return IntStream.range(0, list.getFieldRepetitionCount(0))
          .mapToObj(i -> list.getGroup(0, i).getInteger(0, 0))
          .toList();
    }
  }
}

package org.splicespark.spark;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.splicespark.io.vcf.Compression;
import org.splicespark.io.vcf.Part;
import org.splicespark.io.vcf.PartJoiner;
import org.splicespark.io.vcf.PartSummary;

/** Makes the output of the finished parts: under a temporary name first, and renamed when whole. */
final class OutputJoin {
  static final String TEMPORARY = ".tmp";
  static final String INDEX = ".tbi";

  private final OutputName output;
  private final HadoopFiles files;
  private final PartStore<PartResult> parts;
  private final byte[] header;

  OutputJoin(OutputName output, HadoopFiles files, PartStore<PartResult> parts, byte[] header) {
    this.output = output;
    this.files = files;
    this.parts = parts;
    this.header = header;
  }

  /**
   * @return why there is no index, where one could be expected
   */
  Optional<String> join(List<PartResult> results, JavaSparkContext spark, OutputStream stdout)
      throws IOException {
    return switch (output.form()) {
      case STDOUT -> {
        new PartJoiner(header, Compression.PLAIN).writeTo(stdout, all(parts, results));
        // A PrintStream keeps its failures to itself; the parts must outlive them.
        if (stdout instanceof PrintStream print && print.checkError()) {
          throw new IOException("standard output could not be written to its end");
        }
        yield Optional.empty();
      }
      case PLAIN, BGZF -> file(results, spark);
      case SHARDS -> shards(results, spark);
    };
  }

  private Optional<String> file(List<PartResult> results, JavaSparkContext spark)
      throws IOException {
    String temporary = output.neighbour(TEMPORARY);
    PartJoiner joiner = new PartJoiner(header, output.compression());
    Optional<PieceUpload> upload = PieceUpload.of(files, parts, output.name(), results);
    if (upload.isEmpty()) {
      writeText(files, temporary, joiner, parts, results);
    }
    boolean indexed = writeIndex(files, temporary, joiner, results);
    // An index of what was there before must not outlive it, nor stand beside the new file.
    files.delete(output.name() + INDEX);
    if (upload.isPresent()) {
      upload.get().write(spark, joiner, results);
    } else {
      files.rename(temporary, output.name());
    }
    if (indexed) {
      files.rename(temporary + INDEX, output.name() + INDEX);
    }
    return indexed || output.compression() == Compression.PLAIN
        ? Optional.empty()
        : joiner.noIndexBecause(summaries(results));
  }

  private Optional<String> shards(List<PartResult> results, JavaSparkContext spark)
      throws IOException {
    String temporary = output.neighbour(TEMPORARY);
    files.delete(temporary);
    files.makeFolder(temporary);
    writeShards(temporary, results, spark);
    files.create(temporary + "/_SUCCESS").close();
    files.rename(temporary, output.name());
    return new PartJoiner(header, Compression.BGZF).noIndexBecause(summaries(results));
  }

  /** An input without records makes one shard, which has the header. */
  private void writeShards(String folder, List<PartResult> results, JavaSparkContext spark)
      throws IOException {
    if (results.isEmpty()) {
      new Shard(files, parts, header).write(folder, 0, List.of());
      return;
    }
    // Each task is sent its own part's bins, and not those of all.
    Shard shard = new Shard(files, parts, header);
    spark
        .parallelize(results, results.size())
        .foreach(result -> shard.write(folder, result.part(), List.of(result)));
  }

  /** One file of a folder of shards. */
  private record Shard(HadoopFiles files, PartStore<PartResult> parts, byte[] header)
      implements Serializable {

    void write(String folder, int number, List<PartResult> results) throws IOException {
      String name = folder + "/" + PartResult.name(number) + ".vcf.gz";
      // Under the attempt's own name first: a slower copy must not cut a finished shard short.
      String own = name + "." + (TaskContext.get() == null ? 0 : TaskContext.get().taskAttemptId());
      boolean indexed = OutputJoin.write(files, own, header, Compression.BGZF, parts, results);
      files.rename(own, name);
      if (indexed) {
        files.rename(own + INDEX, name + INDEX);
      }
    }
  }

  /** Writes one complete file, and its index if it can have one. */
  private static boolean write(
      HadoopFiles files,
      String name,
      byte[] header,
      Compression compression,
      PartStore<PartResult> parts,
      List<PartResult> results)
      throws IOException {
    PartJoiner joiner = new PartJoiner(header, compression);
    writeText(files, name, joiner, parts, results);
    return writeIndex(files, name, joiner, results);
  }

  private static void writeText(
      HadoopFiles files,
      String name,
      PartJoiner joiner,
      PartStore<PartResult> parts,
      List<PartResult> results)
      throws IOException {
    try (OutputStream out = files.create(name)) {
      joiner.writeTo(out, all(parts, results));
    }
  }

  /**
   * @param name of the file that it is the index of
   */
  private static boolean writeIndex(
      HadoopFiles files, String name, PartJoiner joiner, List<PartResult> results)
      throws IOException {
    if (joiner.noIndexBecause(summaries(results)).isPresent()) {
      return false;
    }
    try (OutputStream out = files.create(name + INDEX)) {
      joiner.writeIndex(out, summaries(results));
    }
    return true;
  }

  private static List<Part> all(PartStore<PartResult> parts, List<PartResult> results) {
    return results.stream().map(r -> new Part(r.summary(), () -> parts.open(r.file()))).toList();
  }

  private static List<PartSummary> summaries(List<PartResult> results) {
    return results.stream().map(PartResult::summary).toList();
  }
}

package org.splicespark.spark;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.splicespark.io.vcf.Compression;
import org.splicespark.io.vcf.Part;
import org.splicespark.io.vcf.PartJoiner;
import org.splicespark.io.vcf.PartSummary;

/** Makes the output of the finished parts: under a temporary name first, and renamed when whole. */
final class OutputJoin {
  static final String TEMPORARY = ".tmp";
  private static final String INDEX = ".tbi";

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
      case PLAIN, BGZF -> file(results);
      case SHARDS -> shards(results, spark);
    };
  }

  private Optional<String> file(List<PartResult> results) throws IOException {
    String temporary = output.neighbour(TEMPORARY);
    boolean indexed = write(files, temporary, header, output.compression(), parts, results);
    // An index of what was there before must not outlive it, nor stand beside the new file.
    files.delete(output.name() + INDEX);
    files.rename(temporary, output.name());
    if (indexed) {
      files.rename(temporary + INDEX, output.name() + INDEX);
    }
    return indexed || output.compression() == Compression.PLAIN
        ? Optional.empty()
        : new PartJoiner(header, output.compression()).noIndexBecause(summaries(results));
  }

  private Optional<String> shards(List<PartResult> results, JavaSparkContext spark)
      throws IOException {
    String temporary = output.neighbour(TEMPORARY);
    files.delete(temporary);
    files.makeFolder(temporary);
    List<List<PartResult>> each =
        results.isEmpty() ? List.of(List.of()) : results.stream().map(List::of).toList();
    writeShards(temporary, each, spark);
    files.system(temporary).create(HadoopFiles.path(temporary + "/_SUCCESS"), true).close();
    files.rename(temporary, output.name());
    return new PartJoiner(header, Compression.BGZF).noIndexBecause(summaries(results));
  }

  private void writeShards(String folder, List<List<PartResult>> each, JavaSparkContext spark) {
    // Locals, so that the lambda carries these and not this object.
    HadoopFiles theFiles = files;
    PartStore<PartResult> theParts = parts;
    byte[] theHeader = header;
    List<Integer> numbers = IntStream.range(0, each.size()).boxed().toList();
    spark
        .parallelize(numbers, numbers.size())
        .foreach(
            i -> {
              String name = folder + "/" + PartResult.name(i) + ".vcf.gz";
              // Under the attempt's own name first: a slower copy must not cut a finished shard
              // short.
              String own = name + "." + TaskContext.get().taskAttemptId();
              boolean indexed =
                  write(theFiles, own, theHeader, Compression.BGZF, theParts, each.get(i));
              theFiles.rename(own, name);
              if (indexed) {
                theFiles.rename(own + INDEX, name + INDEX);
              }
            });
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
    try (OutputStream out = files.system(name).create(HadoopFiles.path(name), true)) {
      joiner.writeTo(out, all(parts, results));
    }
    boolean indexed = joiner.noIndexBecause(summaries(results)).isEmpty();
    if (indexed) {
      try (OutputStream out = files.system(name).create(HadoopFiles.path(name + INDEX), true)) {
        joiner.writeIndex(out, summaries(results));
      }
    }
    return indexed;
  }

  private static List<Part> all(PartStore<PartResult> parts, List<PartResult> results) {
    return results.stream().map(r -> new Part(r.summary(), () -> parts.open(r.file()))).toList();
  }

  private static List<PartSummary> summaries(List<PartResult> results) {
    return results.stream().map(PartResult::summary).toList();
  }
}

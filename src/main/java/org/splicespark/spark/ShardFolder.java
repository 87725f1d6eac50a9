package org.splicespark.spark;

import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.splicespark.io.vcf.Compression;
import org.splicespark.io.vcf.PartJoiner;

/** An output that is a folder: each part with header and index, a file that stands alone. */
record ShardFolder(
    OutputName output, HadoopFiles files, PartStore<PartResult> parts, byte[] header) {
  static final String ATTEMPTS = ".attempts";

  /** Writes it under its temporary name, over what an earlier run left there. */
  void write(List<PartResult> results, JavaSparkContext spark) throws IOException {
    String folder = output.neighbour(OutputJoin.TEMPORARY);
    files.delete(folder);
    files.delete(output.neighbour(ATTEMPTS));
    files.makeFolder(folder);
    writeShards(folder, results, spark);
    files.delete(output.neighbour(ATTEMPTS));
    files.create(folder + "/_SUCCESS").close();
  }

  /** An input without records makes one shard, which has the header. */
  private void writeShards(String folder, List<PartResult> results, JavaSparkContext spark)
      throws IOException {
    Shard shard = new Shard(files, parts, header, folder, output.neighbour(ATTEMPTS));
    if (results.isEmpty()) {
      shard.write(0, List.of());
      return;
    }
    // Each task is sent its own part's bins, and not those of all.
    spark
        .parallelize(results, results.size())
        .foreach(result -> shard.write(result.part(), List.of(result)));
  }

  /**
   * Writes single shards, each under its attempt's own name first: a slower copy must not cut a
   * finished shard short.
   *
   * @param attempts a folder beside it: what a failed attempt leaves there is never published
   */
  private record Shard(
      HadoopFiles files, PartStore<PartResult> parts, byte[] header, String folder, String attempts)
      implements Serializable {

    void write(int number, List<PartResult> results) throws IOException {
      String file = PartResult.name(number) + ".vcf.gz";
      long attempt = TaskContext.get() == null ? 0 : TaskContext.get().taskAttemptId();
      String own = attempts + "/" + file + "." + attempt;
      PartJoiner joiner = new PartJoiner(header, Compression.BGZF);
      WholeFile whole = new WholeFile(files, joiner, parts, results);
      whole.writeText(own);
      boolean indexed = whole.writeIndex(own);
      files.rename(own, folder + "/" + file);
      if (indexed) {
        files.rename(own + WholeFile.INDEX, folder + "/" + file + WholeFile.INDEX);
      }
    }
  }
}

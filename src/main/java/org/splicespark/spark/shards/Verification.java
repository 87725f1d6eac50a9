package org.splicespark.spark.shards;

import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.JavaSparkContext;
import org.splicespark.dataset.ChunkCheck;
import org.splicespark.dataset.ChunkSource;
import org.splicespark.dataset.SiteComposition;
import org.splicespark.io.hdf5.Hdf5Chunks;
import org.splicespark.spark.Staging;

/** Reads again what was written, and compares it with what was meant. */
final class Verification {
  private final JavaSparkContext spark;
  private final OutputFolder folder;

  Verification(JavaSparkContext spark, OutputFolder folder) {
    this.spark = spark;
    this.folder = folder;
  }

  /**
   * @throws IllegalStateException if a file does not hold what was written to it
   */
  void require(List<ShardResult> shards) {
    OutputFolder theFolder = folder;
    spark.setJobDescription("verify " + folder.name());
    List<String> faults =
        spark
            .parallelize(shards, shards.size())
            .flatMap(shard -> faults(shard, theFolder).iterator())
            .collect();
    spark.setJobDescription(null);
    if (!faults.isEmpty()) {
      throw new IllegalStateException(
          "what was written is not what was meant: " + String.join("; ", faults));
    }
  }

  private static List<String> faults(ShardResult shard, OutputFolder folder) {
    return shard.written().stream()
        .filter(file -> !file.name().endsWith(".fa"))
        .map(file -> fault(file, shard.counts(), folder))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<String> fault(WrittenFile file, ShardCounts meant, OutputFolder folder) {
    try (ChunkSource source = source(file, folder)) {
      ChunkCheck check = ChunkCheck.of(source);
      if (check.faultCount() > 0) {
        return Optional.of(file.name() + ": " + check.faults().get(0));
      }
      boolean same =
          check.chunks() == meant.chunks()
              && check.labelledBases() == meant.bases()
              && same(check.composition().donors(), meant.motifs().donors())
              && same(check.composition().acceptors(), meant.motifs().acceptors());
      return same ? Optional.empty() : Optional.of(file.name() + ": other chunks or sites");
    }
  }

  private static boolean same(SiteComposition one, SiteComposition other) {
    return one.pairs().equals(other.pairs());
  }

  private static ChunkSource source(WrittenFile file, OutputFolder folder) {
    String name = folder.waiting(file.name());
    return file.name().endsWith(".parquet")
        ? new ParquetChunks(folder.files(), List.of(name))
        : Hdf5Chunks.open(new Staging(folder.files()).local(name));
  }
}

package org.splicespark.spark.shards;

import java.io.Closeable;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.splicespark.dataset.GenePlan;
import org.splicespark.dataset.LabeledGene;
import org.splicespark.dataset.Labelling;
import org.splicespark.dataset.ShardPlan;
import org.splicespark.genome.Genome;
import org.splicespark.spark.GenomeOpener;

/** Reads, labels and writes the genes of shards, a gene at a time. */
record ShardTask(GenomeOpener genomes, Labelling labelling, Formats formats, OutputFolder folder)
    implements FlatMapFunction<Iterator<ShardTask.Numbered>, ShardResult> {

  /**
   * @param part number among all shards of the run
   */
  record Numbered(int part, ShardPlan plan) implements Serializable {}

  @Override
  public Iterator<ShardResult> call(Iterator<Numbered> plans) throws IOException {
    List<ShardResult> results = new ArrayList<>();
    Genome genome = genomes.open();
    while (plans.hasNext()) {
      results.add(write(plans.next(), genome));
    }
    return results.iterator();
  }

  private ShardResult write(Numbered numbered, Genome genome) throws IOException {
    ShardPlan plan = numbered.plan();
    try (Files files = new Files(plan)) {
      ShardCounts counts = ShardCounts.NONE;
      for (GenePlan gene : plan.genes()) {
        LabeledGene labeled = LabeledGene.of(gene, genome, labelling);
        for (ShardFile file : files.open) {
          file.add(labeled);
        }
        counts = counts.plus(ShardCounts.of(labeled));
      }
      ShardResult result = new ShardResult(numbered.part(), plan, files.finished(), counts);
      folder.store().note(result, TaskContext.get().taskAttemptId());
      return result;
    }
  }

  /** The files of one shard; closed whatever happens. */
  private final class Files implements Closeable {
    private final List<ShardFile> open = new ArrayList<>();

    Files(ShardPlan plan) throws IOException {
      long attempt = TaskContext.get().taskAttemptId();
      if (formats.hdf5()) {
        open.add(new Hdf5Shard(folder, folder.create(ShardNames.hdf5(plan), attempt), plan));
      }
      if (formats.parquet()) {
        open.add(new ParquetShard(folder, folder.create(ShardNames.parquet(plan), attempt)));
      }
      if (formats.fasta()) {
        open.add(new FastaShard(folder, folder.create(ShardNames.fasta(plan), attempt)));
      }
    }

    List<WrittenFile> finished() throws IOException {
      List<WrittenFile> finished = new ArrayList<>();
      for (ShardFile file : open) {
        finished.add(file.finish());
      }
      return finished;
    }

    @Override
    public void close() throws IOException {
      for (ShardFile file : open) {
        file.close();
      }
    }
  }
}

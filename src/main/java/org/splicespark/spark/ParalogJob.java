package org.splicespark.spark;

import java.util.Comparator;
import java.util.List;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;
import org.splicespark.dataset.GenePlan;
import org.splicespark.dataset.paralog.ParalogMatch;
import org.splicespark.dataset.paralog.ParalogParameters;
import scala.Tuple2;

/**
 * Finds the held-out genes that have a paralog among the training genes. Candidates come from a
 * join of minimisers, and candidates alone are aligned; each task reads the bases it needs.
 *
 * <p>Of a held-out gene, at most about {@code sketch} minimisers are looked up ({@link
 * ParalogParameters.Seeding}), chosen by their hash. At the thresholds, identity 0.8 over half a
 * gene, some 1 in 100 minimisers is shared: 0.8^15 of the words survive, half of those are still
 * minimisers, half the gene is alike. Of 1,024 that leaves ten, and three are enough; shorter genes
 * are looked up with all they have. So the hashes that the tasks must know, to send only those
 * training words that can match, are 4 bytes times 1,024 for each held-out gene: 25 MB for six
 * thousand genes, whatever their length.
 */
public final class ParalogJob {
  private static final int PARTS_PER_CORE = 8;

  private final JavaSparkContext spark;
  private final GenomeOpener genome;
  private final ParalogParameters parameters;
  private final int partitions;

  /**
   * @param genome called on the executors
   * @param partitions of every stage; 0 leaves it to the number of cores. The result is the same.
   */
  public ParalogJob(
      JavaSparkContext spark, GenomeOpener genome, ParalogParameters parameters, int partitions) {
    this.spark = spark;
    this.genome = genome;
    this.parameters = parameters;
    this.partitions = partitions;
  }

  /**
   * @return for each held-out gene that has a paralog, in their order, its best one by {@link
   *     ParalogMatch#BEST_FIRST}
   */
  public List<ParalogMatch> run(List<GenePlan> heldOut, List<GenePlan> train) {
    if (heldOut.isEmpty() || train.isEmpty()) {
      return List.of();
    }
    Broadcast<List<GeneBases>> held = spark.broadcast(GeneBases.of(heldOut));
    Broadcast<List<GeneBases>> trained = spark.broadcast(GeneBases.of(train));
    JavaPairRDD<Integer, SeedSite> words =
        words(held.value()).persist(StorageLevel.MEMORY_AND_DISK());
    Broadcast<int[]> wanted = spark.broadcast(hashes(words));
    try {
      spark.setJobDescription("paralogs: candidates, and their alignments");
      JavaPairRDD<SharedWord.Pair, SharedWord> shared =
          shared(words, words(trained.value(), wanted));
      PairTask align = new PairTask(held, trained, genome, parameters);
      return inOrder(candidates(shared, held).flatMapToPair(align));
    } finally {
      spark.setJobDescription(null);
      words.unpersist();
      List.of(held, trained, wanted).forEach(Broadcast::unpersist);
    }
  }

  private JavaRDD<GeneBases> spread(List<GeneBases> genes) {
    return spark.parallelize(genes, Math.min(genes.size(), parts()));
  }

  private int parts() {
    return partitions > 0 ? partitions : PARTS_PER_CORE * spark.defaultParallelism();
  }

  /** The words that held-out genes are looked up with. */
  private JavaPairRDD<Integer, SeedSite> words(List<GeneBases> genes) {
    return spread(genes).flatMapToPair(WordTask.sampled(genome, parameters.seeding()));
  }

  /** The words of training genes that are looked up. */
  private JavaPairRDD<Integer, SeedSite> words(List<GeneBases> genes, Broadcast<int[]> wanted) {
    return spread(genes).flatMapToPair(WordTask.wanted(genome, parameters.seeding(), wanted));
  }

  private int[] hashes(JavaPairRDD<Integer, SeedSite> words) {
    spark.setJobDescription("paralogs: words of the held-out genes");
    return SharedWord.sortedDistinct(words.mapPartitions(WordTask::hashes).collect());
  }

  private JavaPairRDD<SharedWord.Pair, SharedWord> shared(
      JavaPairRDD<Integer, SeedSite> held, JavaPairRDD<Integer, SeedSite> trained) {
    ParalogParameters.Seeding seeding = parameters.seeding();
    return held.cogroup(trained, parts())
        .flatMapToPair(word -> WordTask.pairs(word._2()._1(), word._2()._2(), seeding));
  }

  /** For each held-out gene the training genes to align it with. */
  private JavaPairRDD<Integer, Iterable<Integer>> candidates(
      JavaPairRDD<SharedWord.Pair, SharedWord> shared, Broadcast<List<GeneBases>> held) {
    ParalogParameters wanted = parameters;
    return shared
        .groupByKey(parts())
        .filter(
            pair -> {
              int length = held.value().get(pair._1().heldOut()).span().length();
              return SharedWord.plausible(pair._2(), length, wanted);
            })
        .mapToPair(pair -> new Tuple2<>(pair._1().heldOut(), pair._1().train()))
        .groupByKey(parts());
  }

  private static List<ParalogMatch> inOrder(JavaPairRDD<Integer, ParalogMatch> found) {
    return found.collect().stream()
        .sorted(Comparator.comparing(Tuple2::_1))
        .map(Tuple2::_2)
        .toList();
  }
}

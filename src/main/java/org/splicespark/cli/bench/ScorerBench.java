package org.splicespark.cli.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.splicespark.genome.Annotation;
import org.splicespark.genome.Genome;
import org.splicespark.model.SpliceModel;
import org.splicespark.variant.Outcome;
import org.splicespark.variant.ScorerKind;
import org.splicespark.variant.ScoringParameters;
import org.splicespark.variant.VariantRecord;
import org.splicespark.variant.VariantScorer;

/**
 * Runs the scorers on one workload in turn, after a warm-up, each round with all of its tasks at
 * once.
 */
public final class ScorerBench {
  private static final int BATCH = 16;
  private static final int WARM_UP = 4;

  private final Genome genome;
  private final Annotation annotation;
  private final ScoringParameters parameters;
  private final int rounds;
  private final int tasks;

  /**
   * @param tasks threads that score shares of the records at once, as Spark's tasks do
   */
  public ScorerBench(
      Genome genome, Annotation annotation, ScoringParameters parameters, int rounds, int tasks) {
    this.genome = genome;
    this.annotation = annotation;
    this.parameters = parameters;
    this.rounds = rounds;
    this.tasks = tasks;
  }

  /**
   * One line per contender.
   *
   * @param contenders with the model that each of them asks
   */
  public List<Measured> run(Map<Contender, SpliceModel> contenders, int models, Workload workload) {
    List<VariantRecord> all = workload.records();
    List<VariantRecord> few = all.subList(0, Math.min(WARM_UP, all.size()));
    Map<Contender, List<Double>> seconds = new EnumMap<>(Contender.class);
    Map<Contender, long[]> counts = new EnumMap<>(Contender.class);
    contenders.forEach((contender, model) -> score(model, contender.scorer(), few));
    for (int round = 0; round < rounds; round++) {
      contenders.forEach(
          (contender, model) -> {
            long before = model.multiplyAdds();
            long started = System.nanoTime();
            long alleles = score(model, contender.scorer(), all);
            double taken = (System.nanoTime() - started) / 1e9;
            seconds.computeIfAbsent(contender, c -> new ArrayList<>()).add(taken);
            counts.put(contender, new long[] {alleles, model.multiplyAdds() - before});
          });
    }
    return contenders.entrySet().stream()
        .map(
            entry ->
                new Measured(
                    workload.name(),
                    entry.getKey().name().toLowerCase(Locale.ROOT),
                    entry.getValue().flank(),
                    models,
                    counts.get(entry.getKey())[0],
                    counts.get(entry.getKey())[1],
                    seconds.get(entry.getKey())))
        .toList();
  }

  private long score(SpliceModel model, ScorerKind kind, List<VariantRecord> records) {
    ExecutorService pool = Executors.newFixedThreadPool(tasks);
    try {
      List<Future<Long>> shares = new ArrayList<>();
      for (int task = 0; task < tasks; task++) {
        int from = records.size() * task / tasks;
        int to = records.size() * (task + 1) / tasks;
        shares.add(pool.submit(() -> share(model, kind, records.subList(from, to))));
      }
      long scored = 0;
      for (Future<Long> share : shares) {
        scored += share.get();
      }
      return scored;
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    } finally {
      pool.shutdownNow();
    }
  }

  private long share(SpliceModel model, ScorerKind kind, List<VariantRecord> records) {
    VariantScorer scorer =
        new VariantScorer(genome, annotation, kind.of(model, genome, BATCH), parameters);
    return scorer.score(records).stream()
        .flatMap(List::stream)
        .filter(Outcome.Scored.class::isInstance)
        .count();
  }
}

package org.splicespark.cli.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
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

  /** One line per kind of scorer. */
  public List<Measured> run(
      SpliceModel model, int models, Workload workload, List<ScorerKind> kinds) {
    Map<ScorerKind, List<Double>> seconds = new EnumMap<>(ScorerKind.class);
    Map<ScorerKind, long[]> counts = new EnumMap<>(ScorerKind.class);
    kinds.forEach(
        kind ->
            score(
                model,
                kind,
                workload.records().subList(0, Math.min(WARM_UP, workload.records().size()))));
    for (int round = 0; round < rounds; round++) {
      for (ScorerKind kind : kinds) {
        long before = model.multiplyAdds();
        long started = System.nanoTime();
        long alleles = score(model, kind, workload.records());
        double taken = (System.nanoTime() - started) / 1e9;
        seconds.computeIfAbsent(kind, k -> new ArrayList<>()).add(taken);
        counts.put(kind, new long[] {alleles, model.multiplyAdds() - before});
      }
    }
    return kinds.stream()
        .map(
            kind ->
                new Measured(
                    workload.name(),
                    kind.name().toLowerCase(java.util.Locale.ROOT),
                    model.flank(),
                    models,
                    counts.get(kind)[0],
                    counts.get(kind)[1],
                    seconds.get(kind)))
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

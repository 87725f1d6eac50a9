package org.splicespark.spark.prediction;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.apache.spark.TaskContext;
import org.apache.spark.TaskKilledException;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.LongAccumulator;
import org.splicespark.model.Compute;
import org.splicespark.model.ModelOpener;
import org.splicespark.model.ModelSource;
import org.splicespark.model.SpliceModel;
import org.splicespark.predict.TileOfGenome;
import org.splicespark.predict.TileScorer;
import org.splicespark.predict.Tiling;
import org.splicespark.spark.ExecutorModels;
import org.splicespark.spark.GenomeOpener;
import org.splicespark.spark.PartStore;

/** What one task does with its tiles: score one after the other, and write what each file says. */
record PredictTask(
    Broadcast<Tiling> tiling,
    Broadcast<ModelSource> models,
    String modelKey,
    ModelOpener opener,
    Compute compute,
    GenomeOpener genome,
    List<PredictionFile> files,
    PartStore<PredictPart> store,
    LongAccumulator bases)
    implements FlatMapFunction<Iterator<PredictTask.Run>, PredictPart> {

  /** Tiles that follow one another: the number of the first, and that after the last. */
  record Run(int number, int from, int to) implements Serializable {}

  @Override
  public Iterator<PredictPart> call(Iterator<Run> runs) throws Exception {
    SpliceModel model = ExecutorModels.ofTask(modelKey, models, opener, compute);
    TileScorer scorer = new TileScorer(genome.open(), model);
    List<PredictPart> written = new ArrayList<>();
    while (runs.hasNext()) {
      written.add(part(runs.next(), scorer));
    }
    return written.iterator();
  }

  private PredictPart part(Run run, TileScorer scorer) throws IOException {
    long attempt = TaskContext.get().taskAttemptId();
    String name = String.format(Locale.ROOT, "part-%06d.%s.", run.number(), store.attempt(attempt));
    PartSinks sinks = new PartSinks();
    try (sinks) {
      for (PredictionFile file : files) {
        sinks.add(file.open(store, name));
      }
      for (int tile = run.from(); tile < run.to(); tile++) {
        write(tiling.value().tile(tile), scorer, sinks);
      }
    }
    requireWanted();
    return store.commit(new PredictPart(run.number(), sinks.contents()), attempt);
  }

  private static void requireWanted() {
    if (TaskContext.get().isInterrupted()) {
      throw new TaskKilledException();
    }
  }

  private void write(TileOfGenome tile, TileScorer scorer, PartSinks sinks) throws IOException {
    requireWanted();
    sinks.write(scorer.score(tile));
    bases.add(tile.bases());
  }
}

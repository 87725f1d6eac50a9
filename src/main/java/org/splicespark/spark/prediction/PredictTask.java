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
import org.splicespark.io.bed.RowSummary;
import org.splicespark.io.bed.RowWriter;
import org.splicespark.model.Compute;
import org.splicespark.model.ModelOpener;
import org.splicespark.model.ModelSource;
import org.splicespark.model.SpliceModel;
import org.splicespark.predict.StrandScores;
import org.splicespark.predict.TileOfGenome;
import org.splicespark.predict.TileScorer;
import org.splicespark.predict.Tiling;
import org.splicespark.spark.ExecutorModels;
import org.splicespark.spark.GenomeOpener;

/** What one task does with its tiles: score one after the other, and write what each file says. */
record PredictTask(
    Broadcast<Tiling> tiling,
    Broadcast<ModelSource> models,
    String modelKey,
    ModelOpener opener,
    Compute compute,
    GenomeOpener genome,
    List<RowFile> files,
    RowParts parts,
    LongAccumulator bases)
    implements FlatMapFunction<Iterator<PredictTask.Run>, PredictTask.Part> {

  /** Tiles that follow one another: the number of the first, and that after the last. */
  record Run(int number, int from, int to) implements Serializable {}

  /**
   * What a task has written.
   *
   * @param number of its run
   * @param names of its parts, one for each file
   * @param summaries the same
   */
  record Part(int number, List<String> names, List<RowSummary> summaries) implements Serializable {}

  @Override
  public Iterator<Part> call(Iterator<Run> runs) throws Exception {
    SpliceModel model = ExecutorModels.ofTask(modelKey, models, opener, compute);
    TileScorer scorer = new TileScorer(genome.open(), model);
    List<Part> written = new ArrayList<>();
    while (runs.hasNext()) {
      written.add(part(runs.next(), scorer));
    }
    return written.iterator();
  }

  private Part part(Run run, TileScorer scorer) throws IOException {
    List<String> names = files.stream().map(file -> name(run, file)).toList();
    List<RowWriter> writers = new ArrayList<>();
    try {
      for (int i = 0; i < files.size(); i++) {
        writers.add(new RowWriter(parts.create(names.get(i)), files.get(i).isCompressed()));
      }
      for (int tile = run.from(); tile < run.to(); tile++) {
        write(tiling.value().tile(tile), scorer, writers);
      }
    } finally {
      for (RowWriter writer : writers) {
        writer.close();
      }
    }
    return new Part(run.number(), names, writers.stream().map(RowWriter::summary).toList());
  }

  private static String name(Run run, RowFile file) {
    long attempt = TaskContext.get().taskAttemptId();
    return String.format(
        Locale.ROOT, "part-%06d.attempt-%d.%s", run.number(), attempt, file.name());
  }

  private void write(TileOfGenome tile, TileScorer scorer, List<RowWriter> writers)
      throws IOException {
    if (TaskContext.get().isInterrupted()) {
      throw new TaskKilledException();
    }
    List<StrandScores> scores = scorer.score(tile);
    for (int i = 0; i < writers.size(); i++) {
      files.get(i).rows().write(scores, writers.get(i));
    }
    bases.add(tile.bases());
  }
}

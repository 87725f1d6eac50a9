package org.splicespark.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.TaskContext;
import org.apache.spark.TaskKilledException;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.splicespark.genome.Annotation;
import org.splicespark.genome.Genome;
import org.splicespark.io.vcf.ByteSource;
import org.splicespark.io.vcf.Compression;
import org.splicespark.io.vcf.PartWriter;
import org.splicespark.io.vcf.SplitReader;
import org.splicespark.io.vcf.VcfSplit;
import org.splicespark.model.Batch;
import org.splicespark.model.Compute;
import org.splicespark.model.ModelOpener;
import org.splicespark.model.ModelSource;
import org.splicespark.model.SpliceModel;
import org.splicespark.variant.CarefulScorer;
import org.splicespark.variant.InfoField;
import org.splicespark.variant.ScorerKind;
import org.splicespark.variant.ScoringParameters;
import org.splicespark.variant.VariantScorer;

/** What one task does with its splits: read lines, score them some at a time, write a part. */
record VariantTask(
    Broadcast<Annotation> annotation,
    Broadcast<ModelSource> models,
    String modelKey,
    ModelOpener opener,
    Inputs inputs,
    Scoring scoring,
    PartStore<PartResult> parts,
    TallyAccumulator progress)
    implements FlatMapFunction<Iterator<VariantTask.Numbered>, PartResult> {

  record Numbered(int part, VcfSplit split) implements Serializable {}

  record Inputs(ByteSource vcf, Compression compression, String reference, HadoopFiles files)
      implements Serializable {}

  record Scoring(
      ScoringParameters parameters,
      InfoField info,
      boolean overwriteExisting,
      Compute compute,
      ScorerKind scorer,
      int batchSize,
      Compression output)
      implements Serializable {}

  @Override
  public Iterator<PartResult> call(Iterator<Numbered> splits) throws Exception {
    SpliceModel model = ExecutorModels.ofTask(modelKey, models, opener, scoring.compute());
    Genome genome = new FastaOpener(inputs.reference(), inputs.files()).open();
    VariantScorer plain =
        new VariantScorer(
            genome,
            annotation.value(),
            scoring.scorer().of(model, genome, scoring.batchSize()),
            scoring.parameters());
    CarefulScorer scorer = new CarefulScorer(plain, () -> trial(model));
    List<PartResult> results = new ArrayList<>();
    while (splits.hasNext()) {
      results.add(part(splits.next(), scorer));
    }
    return results.iterator();
  }

  /** One base that the network knows nothing about. */
  private static void trial(SpliceModel model) {
    byte[] unknown = new byte[model.flank() + 1];
    Arrays.fill(unknown, (byte) 'N');
    model.score(Batch.of(List.of(unknown)));
  }

  private static void requireWanted() {
    if (TaskContext.get().isInterrupted()) {
      throw new TaskKilledException();
    }
  }

  private PartResult part(Numbered numbered, CarefulScorer scorer) throws Exception {
    long attempt = TaskContext.get().taskAttemptId();
    String file = PartResult.name(numbered.part()) + "." + parts.attempt(attempt);
    PartWriter writer = new PartWriter(parts.create(file), scoring.output());
    AnnotatedRecords.Files written = AnnotatedRecords.Files.of(parts, file, writer);
    Tally tally = new Tally();
    AnnotatedRecords records =
        new AnnotatedRecords(
            inputs.vcf().name(), scoring.info(), scoring.overwriteExisting(), written, tally);
    try (written;
        SplitReader lines = new SplitReader(inputs.vcf(), inputs.compression(), numbered.split());
        Ahead<RecordChunk> chunks =
            new Ahead<>(() -> RecordChunk.next(lines, scorer, scoring.parameters().outputs()))) {
      for (RecordChunk chunk = chunks.next(); chunk != null; chunk = chunks.next()) {
        requireWanted();
        records.write(chunk);
      }
    }
    requireWanted();
    progress.add(tally);
    PartResult result =
        new PartResult(numbered.part(), file, writer.summary(), tally, written.aside());
    return parts.commit(result, attempt);
  }
}

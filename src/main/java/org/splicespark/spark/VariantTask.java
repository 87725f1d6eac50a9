package org.splicespark.spark;

import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.spark.TaskContext;
import org.apache.spark.TaskKilledException;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.splicespark.error.InputException;
import org.splicespark.genome.Annotation;
import org.splicespark.genome.Genome;
import org.splicespark.io.vcf.ByteSource;
import org.splicespark.io.vcf.Compression;
import org.splicespark.io.vcf.PartWriter;
import org.splicespark.io.vcf.SplitReader;
import org.splicespark.io.vcf.VcfLine;
import org.splicespark.io.vcf.VcfSplit;
import org.splicespark.model.Compute;
import org.splicespark.model.ModelOpener;
import org.splicespark.model.ModelSource;
import org.splicespark.model.SpliceModel;
import org.splicespark.variant.InfoField;
import org.splicespark.variant.Outcome;
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

  private static final int CHARACTERS_SHOWN = 60;

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
    VariantScorer scorer =
        new VariantScorer(
            genome,
            annotation.value(),
            scoring.scorer().of(model, genome, scoring.batchSize()),
            scoring.parameters());
    List<PartResult> results = new ArrayList<>();
    while (splits.hasNext()) {
      results.add(part(splits.next(), scorer));
    }
    return results.iterator();
  }

  private PartResult part(Numbered numbered, VariantScorer scorer) throws Exception {
    long attempt = TaskContext.get().taskAttemptId();
    String file = PartResult.name(numbered.part()) + ".attempt-" + attempt;
    PartWriter writer = new PartWriter(parts.create(file), scoring.output());
    Tally tally = new Tally();
    try (writer;
        SplitReader lines = new SplitReader(inputs.vcf(), inputs.compression(), numbered.split());
        Ahead<RecordChunk> chunks =
            new Ahead<>(() -> RecordChunk.next(lines, scorer, scoring.parameters().outputs()))) {
      for (RecordChunk chunk = chunks.next(); chunk != null; chunk = chunks.next()) {
        if (TaskContext.get().isInterrupted()) {
          throw new TaskKilledException();
        }
        write(chunk, writer, tally);
      }
    }
    progress.add(tally);
    PartResult result = new PartResult(numbered.part(), file, writer.summary(), tally);
    return parts.commit(result, attempt);
  }

  private void write(RecordChunk chunk, PartWriter writer, Tally tally) throws IOException {
    Iterator<List<Outcome>> outcomes = chunk.outcomes().get().iterator();
    for (VcfLine line : chunk.lines()) {
      if (RecordChunk.isRecord(line)) {
        List<Outcome> ofLine = outcomes.next();
        tally.record(ofLine);
        writer.write(annotated(line, scoring.info().text(ofLine)));
      } else {
        tally.bad(line.malformed() + ": " + beginning(line));
        writer.write(line);
      }
    }
  }

  private VcfLine annotated(VcfLine line, String text) {
    Set<String> keys = scoring.info().keys();
    boolean stale = keys.stream().anyMatch(line::hasInfo);
    if (stale && !scoring.overwriteExisting()) {
      throw new InputException(
          inputs.vcf().name()
              + ": record "
              + line.contig()
              + ":"
              + line.position()
              + " has INFO/"
              + scoring.info().key()
              + " already; give --overwrite-existing to replace it, or another --info-key");
    }
    VcfLine clean = stale ? line.withoutInfo(keys) : line;
    return text.isEmpty() ? clean : clean.withInfo(text);
  }

  private static String beginning(VcfLine line) {
    byte[] bytes = line.bytes();
    byte[] some = Arrays.copyOf(bytes, Math.min(bytes.length, CHARACTERS_SHOWN));
    return new String(some, StandardCharsets.UTF_8).strip().replace('\t', ' ');
  }
}

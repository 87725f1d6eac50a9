package org.splicespark.spark;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.api.java.JavaSparkContext;
import org.splicespark.error.InputException;
import org.splicespark.io.vcf.SplitPlanner;
import org.splicespark.io.vcf.VcfSplit;
import org.splicespark.model.ModelOpener;
import org.splicespark.variant.SkipReason;

/**
 * Annotates a VCF: cuts its text into splits of consecutive records, scores each in a task of its
 * own, and joins the parts in order. No line is ever shuffled.
 */
public final class VariantJob {
  /** Parts per core: a part full of genes then holds the others up by little. */
  private static final int PARTS_PER_CORE = 8;

  private static final long LARGEST_PART = 8L << 20;
  private static final long SMALLEST_PART = 2L << 10;

  private final JavaSparkContext spark;
  private final ModelOpener opener;
  private final PrintStream messages;
  private final HadoopFiles files;

  public VariantJob(JavaSparkContext spark, ModelOpener opener, PrintStream messages) {
    this.spark = spark;
    this.opener = opener;
    this.messages = messages;
    this.files = new HadoopFiles(spark.hadoopConfiguration());
  }

  /**
   * @param contigs the reference's, in its order
   * @param stdout where the VCF goes if the output is {@code -}
   * @throws InputException if the input cannot be used or the output not written; nothing stands
   *     under the output's name then, and finished parts are kept for {@code --resume}
   */
  public VariantReport run(
      VariantRequest request, Map<String, Integer> contigs, OutputStream stdout)
      throws IOException {
    OutputName output = OutputName.of(request.output());
    requireFree(output, request.running().overwrite());
    PartStore parts = new PartStore(files, partsFolder(request, output));
    parts.prepare(plan(request), request.running().resume());
    VcfInput input = VcfInput.open(request.input(), files, parts);
    input.requireFree(request.info(), request.running().overwriteExisting());
    input.requireContigInCommon(contigs, request.reference());
    List<VcfSplit> splits =
        SplitPlanner.plan(input.source(), input.header(), partsWanted(request, input));
    long started = System.nanoTime();
    List<PartResult> finished = finished(parts, splits.size());
    List<PartResult> results = scored(request, input, parts, splits, finished);
    double seconds = (System.nanoTime() - started) / 1e9;
    Tally tally = new Tally();
    results.forEach(result -> tally.add(result.tally()));
    requireSomethingInCommon(tally, input, request, contigs);
    byte[] header = input.completed(request.info(), request.made(), contigs);
    Optional<String> noIndex =
        new OutputJoin(output, files, parts, header).join(results, spark, stdout);
    parts.delete();
    return new VariantReport(tally, splits.size(), finished.size(), noIndex, seconds);
  }

  private void requireFree(OutputName output, boolean overwrite) throws IOException {
    if (output.form() != OutputName.Form.STDOUT && files.exists(output.name()) && !overwrite) {
      throw new InputException(output.name() + ": exists; give --overwrite to replace it");
    }
  }

  private String partsFolder(VariantRequest request, OutputName output) {
    String folder = request.running().workFolder();
    if (!folder.isEmpty()) {
      return folder;
    }
    if (output.form() != OutputName.Form.STDOUT) {
      return output.neighbour(".parts");
    }
    if (!spark.isLocal()) {
      throw new InputException(
          "standard output on a cluster needs --work-dir, a folder that all executors reach");
    }
    return System.getProperty("java.io.tmpdir") + "/splicespark-" + ProcessHandle.current().pid();
  }

  /** All that the parts' bytes depend on, a line each, so that a message can name what changed. */
  private String plan(VariantRequest request) throws IOException {
    StringBuilder plan = new StringBuilder("SpliceSpark variant\n");
    plan.append("input ").append(request.input()).append(stamp(request.input())).append('\n');
    plan.append("reference ").append(request.reference()).append(stamp(request.reference()));
    plan.append("\nmodels ").append(request.models().key());
    plan.append("\nannotation ").append(request.annotation().genes().hashCode());
    plan.append("\nscoring ").append(request.scoring());
    plan.append("\ninfo ").append(request.info());
    plan.append("\noutput ").append(OutputName.of(request.output()).compression());
    plan.append("\npartitions ").append(request.running().partitions());
    plan.append("\noverwrite-existing ").append(request.running().overwriteExisting());
    return plan.append("\ncores ").append(spark.defaultParallelism()).append('\n').toString();
  }

  private String stamp(String name) throws IOException {
    if (name.equals("-") || !files.exists(name)) {
      return "";
    }
    var status = files.status(name);
    return " of " + status.getLen() + " bytes, changed " + status.getModificationTime();
  }

  private int partsWanted(VariantRequest request, VcfInput input) throws IOException {
    if (request.running().partitions() > 0) {
      return request.running().partitions();
    }
    long bytes = input.source().length();
    long atLeast =
        Math.min(bytes / SMALLEST_PART, (long) PARTS_PER_CORE * spark.defaultParallelism());
    return (int) Math.max(1, Math.max(atLeast, bytes / LARGEST_PART));
  }

  private static List<PartResult> finished(PartStore parts, int count) throws IOException {
    List<PartResult> finished = new ArrayList<>();
    for (int part = 0; part < count; part++) {
      parts.finished(part).ifPresent(finished::add);
    }
    return finished;
  }

  private List<PartResult> scored(
      VariantRequest request,
      VcfInput input,
      PartStore parts,
      List<VcfSplit> splits,
      List<PartResult> finished) {
    List<VariantTask.Numbered> open = new ArrayList<>();
    for (int part = 0; part < splits.size(); part++) {
      int number = part;
      if (finished.stream().noneMatch(result -> result.part() == number)) {
        open.add(new VariantTask.Numbered(part, splits.get(part)));
      }
    }
    List<PartResult> results = new ArrayList<>(finished);
    if (!open.isEmpty()) {
      results.addAll(run(task(request, input, parts), open, splits.size()));
    }
    results.sort(Comparator.comparingInt(PartResult::part));
    return results;
  }

  private VariantTask task(VariantRequest request, VcfInput input, PartStore parts) {
    TallyAccumulator tally = new TallyAccumulator();
    spark.sc().register(tally, "records");
    return new VariantTask(
        spark.broadcast(request.annotation()),
        spark.broadcast(request.models()),
        request.models().key(),
        opener,
        new VariantTask.Inputs(
            input.source(), input.header().compression(), request.reference(), files),
        new VariantTask.Scoring(
            request.scoring(),
            request.info(),
            request.running().overwriteExisting(),
            request.running().device(),
            request.running().scorer(),
            request.running().batchSize(),
            OutputName.of(request.output()).compression()),
        parts,
        tally);
  }

  private List<PartResult> run(VariantTask task, List<VariantTask.Numbered> open, int parts) {
    spark.setJobDescription("score " + task.inputs().vcf().name());
    int before = parts - open.size();
    try (Progress progress =
        new Progress(task.progress()::value, () -> before + finishedTasks(), parts, messages)) {
      return spark.parallelize(open, open.size()).mapPartitions(task).collect();
    } finally {
      spark.setJobDescription(null);
    }
  }

  private int finishedTasks() {
    int finished = 0;
    for (int stage : spark.statusTracker().getActiveStageIds()) {
      var info = spark.statusTracker().getStageInfo(stage);
      finished += info == null ? 0 : info.numCompletedTasks();
    }
    return finished;
  }

  private static void requireSomethingInCommon(
      Tally tally, VcfInput input, VariantRequest request, Map<String, Integer> contigs) {
    long unknown = tally.skipped(SkipReason.CONTIG_UNKNOWN);
    if (unknown > 0 && unknown == tally.outcomes() - tally.skipped(SkipReason.BAD_RECORD)) {
      throw input.nothingInCommon(request.reference(), "others", contigs);
    }
  }
}

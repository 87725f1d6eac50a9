package org.splicespark.spark;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.spark.SparkExecutorInfo;
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
  private static final int DIGITS = 16;
  private static final long PATIENCE_NANOS = 10_000_000_000L;
  private static final long POLL_NANOS = 20_000_000L;

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
    new OutputGuard(output, files).requireFree(request.running().overwrite());
    PartStore parts = new PartStore(files, partsFolder(request, output));
    String plan = new RunPlan(request, spark.defaultParallelism(), files).text();
    parts.prepare(plan, request.running().resume());
    try {
      VariantReport report = annotated(request, contigs, stdout, parts);
      parts.delete();
      return report;
    } catch (Exception e) {
      // Spark throws checked exceptions that it does not declare.
      clear(request, parts, e instanceof InputException);
      throw e;
    }
  }

  private VariantReport annotated(
      VariantRequest request, Map<String, Integer> contigs, OutputStream stdout, PartStore parts)
      throws IOException {
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
        new OutputJoin(OutputName.of(request.output()), files, parts, header)
            .join(results, spark, stdout);
    return new VariantReport(tally, splits.size(), finished.size(), noIndex, seconds);
  }

  /**
   * After a failure: what cannot be used again goes, what can be is kept.
   *
   * @param hopeless no later run can use the parts
   */
  private void clear(VariantRequest request, PartStore parts, boolean hopeless) throws IOException {
    awaitTasks();
    OutputName output = OutputName.of(request.output());
    if (output.form() != OutputName.Form.STDOUT) {
      files.delete(output.neighbour(OutputJoin.TEMPORARY));
    }
    int finished = parts.countFinished();
    if (hopeless || finished == 0 || !request.resumable()) {
      parts.delete();
    } else {
      messages.println(
          "finished parts are kept ("
              + finished
              + "); run again with --resume to continue from there");
    }
  }

  /** A task that outlives its failed job must not write into a folder that was just deleted. */
  private void awaitTasks() {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (System.nanoTime() < end && runningTasks() > 0) {
      LockSupport.parkNanos(POLL_NANOS);
    }
  }

  private int runningTasks() {
    int running = 0;
    for (SparkExecutorInfo executor : spark.sc().statusTracker().getExecutorInfos()) {
      running += executor.numRunningTasks();
    }
    return running;
  }

  private String partsFolder(VariantRequest request, OutputName output) throws IOException {
    boolean stdout = output.form() == OutputName.Form.STDOUT;
    String work = request.running().workFolder();
    if (!work.isEmpty()) {
      // A folder of our own in the user's: runs side by side, and other files, are left alone.
      String named = files.qualified(stdout ? request.input() : output.name());
      String kind = stdout ? "stdout-" : "parts-";
      return work + "/.splicespark-" + kind + DigestUtils.sha256Hex(named).substring(0, DIGITS);
    }
    if (!stdout) {
      return output.neighbour(".parts");
    }
    if (!spark.isLocal()) {
      throw new InputException(
          "standard output on a cluster needs --work-dir, a folder that all executors reach");
    }
    return System.getProperty("java.io.tmpdir") + "/splicespark-" + ProcessHandle.current().pid();
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

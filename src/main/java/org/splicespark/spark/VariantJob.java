package org.splicespark.spark;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.api.java.JavaSparkContext;
import org.splicespark.error.InputException;
import org.splicespark.model.ModelOpener;
import org.splicespark.variant.SkipReason;

/**
 * Annotates a VCF: cuts its text into splits of consecutive records, scores each in a task of its
 * own, and joins the parts in order. No line is ever shuffled.
 */
public final class VariantJob {

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
   * @param asked its names may be relative to the driver's working directory
   * @param contigs the reference's, in its order
   * @param stdout where the VCF goes if the output is {@code -}
   * @throws InputException if the input cannot be used or the output not written; nothing stands
   *     under the output's name then, and finished parts are kept for {@code --resume}
   */
  public VariantReport run(VariantRequest asked, Map<String, Integer> contigs, OutputStream stdout)
      throws IOException {
    VariantRequest request = asked.everywhere(files);
    OutputName output = OutputName.of(request.output());
    new OutputGuard(output, files).requireFree(request.running().overwrite());
    PartStore<PartResult> parts =
        new PartStore<>(files, PartsFolder.of(request, files, spark.isLocal()));
    String plan = new RunPlan(request, files).text();
    parts.prepare(plan, request.running().resume());
    try {
      VariantReport report = annotated(request, contigs, stdout, parts);
      parts.deleteAtTheEnd(messages);
      return report;
    } catch (Exception e) {
      // Spark throws checked exceptions that it does not declare.
      clearAfter(e, request, parts);
      throw e;
    } finally {
      parts.close();
    }
  }

  private VariantReport annotated(
      VariantRequest request,
      Map<String, Integer> contigs,
      OutputStream stdout,
      PartStore<PartResult> parts)
      throws IOException {
    VcfInput input = VcfInput.open(request.input(), files, parts);
    input.requireFree(request.info(), request.running().overwriteExisting());
    input.requireContigInCommon(contigs, request.reference());
    long started = System.nanoTime();
    ScoringStage.Scored scored =
        new ScoringStage(spark, opener, messages, files).run(request, input, parts);
    double seconds = (System.nanoTime() - started) / 1e9;
    Tally tally = new Tally();
    scored.parts().forEach(result -> tally.add(result.tally()));
    requireSomethingInCommon(tally, input, request, contigs);
    tally.requireFewFailures();
    requireUnchanged(request, parts);
    byte[] header = input.completed(request.info(), request.made(), contigs);
    OutputName output = OutputName.of(request.output());
    byte[] forFailures = input.forFailures(request.info());
    AsideFiles aside =
        AsideFiles.of(
            kind ->
                new AsideFile(
                    kind,
                    output,
                    files,
                    parts,
                    kind == Aside.FAILED ? forFailures : new byte[0],
                    scored.parts()));
    Optional<String> noIndex =
        new OutputJoin(output, files, parts, header, messages)
            .join(scored.parts(), aside, spark, stdout);
    return new VariantReport(
        tally,
        scored.parts().size(),
        scored.resumed(),
        noIndex,
        aside.name(Aside.FAILED),
        aside.name(Aside.BAD_LINES),
        seconds,
        scored.pace());
  }

  /** What was planned on the first bytes of a file must not be read from others. */
  private void requireUnchanged(VariantRequest request, PartStore<PartResult> parts)
      throws IOException {
    parts.requireSame(
        new RunPlan(request, files).text(),
        changed -> "an input changed while it was read; it was " + changed + "; run again");
  }

  private void clearAfter(Exception failure, VariantRequest request, PartStore<PartResult> parts) {
    try {
      clear(request, parts, failure instanceof InputException);
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }

  /**
   * After a failure: what cannot be used again goes, what can be is kept.
   *
   * @param hopeless no later run can use the parts
   */
  private void clear(VariantRequest request, PartStore<PartResult> parts, boolean hopeless)
      throws IOException {
    new RunningTasks(spark).await();
    OutputName output = OutputName.of(request.output());
    OutputJoin.clear(output, files);
    int finished = parts.countFinished();
    if (hopeless || finished == 0 || !request.resumable()) {
      parts.delete();
    } else {
      messages.println(
          "finished parts are kept ("
              + finished
              + "); run again with "
              + (again(output) ? "--resume --overwrite" : "--resume")
              + " to continue from there");
    }
  }

  private boolean again(OutputName output) throws IOException {
    return output.form() != OutputName.Form.STDOUT && files.exists(output.name());
  }

  private static void requireSomethingInCommon(
      Tally tally, VcfInput input, VariantRequest request, Map<String, Integer> contigs) {
    long unknown = tally.skipped(SkipReason.CONTIG_UNKNOWN);
    if (unknown > 0 && unknown == tally.outcomes() - tally.skipped(SkipReason.BAD_RECORD)) {
      throw input.nothingInCommon(request.reference(), "others", contigs);
    }
  }
}

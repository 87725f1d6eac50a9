package org.splicespark.spark.prediction;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.api.java.JavaSparkContext;
import org.splicespark.error.InputException;
import org.splicespark.model.ModelOpener;
import org.splicespark.spark.HadoopFiles;
import org.splicespark.spark.PartStore;
import org.splicespark.spark.RunningTasks;

/**
 * Finds the splice sites of a genome: deals its tiles to tasks in consecutive runs, and joins what
 * they wrote in their order. No row passes through the driver but as bytes of a file.
 */
public final class PredictJob {
  private final JavaSparkContext spark;
  private final ModelOpener opener;
  private final PrintStream messages;
  private final HadoopFiles files;

  public PredictJob(JavaSparkContext spark, ModelOpener opener, PrintStream messages) {
    this.spark = spark;
    this.opener = opener;
    this.messages = messages;
    this.files = new HadoopFiles(spark.hadoopConfiguration());
  }

  /**
   * Runs it. All files, and the manifest, are complete before the first gets its name.
   *
   * @param manifest says what was run; the last to get its name
   * @throws InputException if the output cannot be written, or the interrupted run was another;
   *     unless it fails at the last, renaming, nothing of this run stands under a final name then,
   *     and finished parts are kept for {@code --resume}
   */
  public PredictReport run(PredictRequest request, Function<PredictReport, String> manifest)
      throws IOException {
    PredictFolder folder = folder(request);
    PartStore<PredictPart> store = folder.store();
    String plan = new PredictPlan(request, files).text();
    store.prepare(plan, request.running().resume());
    try {
      PredictReport report = joined(request, store);
      store.requireSame(
          new PredictPlan(request, files).text(),
          changed -> "an input changed while it was read; it was " + changed + "; run again");
      List<String> names = new ArrayList<>();
      report.files().forEach(file -> names.addAll(file.names()));
      try (OutputStream out = store.create(OutputFiles.MANIFEST)) {
        out.write(manifest.apply(report).getBytes(StandardCharsets.UTF_8));
      }
      names.add(OutputFiles.MANIFEST);
      folder.publish(store, names);
      new RunningTasks(spark).await();
      store.deleteAtTheEnd(messages);
      return report;
    } catch (Exception e) {
      // Spark throws checked exceptions that it does not declare.
      new RunningTasks(spark).await();
      clear(folder, store, e instanceof InputException);
      throw e;
    } finally {
      store.close();
    }
  }

  private PredictFolder folder(PredictRequest request) {
    try {
      PredictFolder folder = new PredictFolder(files, files.everywhere(request.output()));
      folder.requireFree(request.running().overwrite());
      return folder;
    } catch (IOException e) {
      throw new InputException(request.output() + ": cannot be written: " + e.getMessage(), e);
    }
  }

  private PredictReport joined(PredictRequest request, PartStore<PredictPart> store)
      throws IOException {
    long started = System.nanoTime();
    PredictStage.Scored scored = new PredictStage(spark, opener, messages, request, store).run();
    List<PredictReport.Written> written = new ArrayList<>();
    for (int i = 0; i < request.files().size(); i++) {
      int which = i;
      List<PartContent> parts =
          scored.parts().stream().map(part -> part.contents().get(which)).toList();
      written.add(request.files().get(i).join(store, parts));
    }
    double seconds = (System.nanoTime() - started) / 1e9;
    return new PredictReport(
        written,
        request.tiling().bases(),
        scored.parts().size(),
        scored.resumed(),
        seconds,
        scored.pace());
  }

  /**
   * What cannot be used again goes, what can be is kept. Files that are left over are no reason to
   * fail, nor to hide why a run did.
   */
  private void clear(PredictFolder folder, PartStore<PredictPart> store, boolean useless) {
    try {
      int finished = store.countFinished();
      if (useless || finished == 0) {
        store.delete();
      } else {
        messages.println(
            "finished parts are kept ("
                + finished
                + "); run again with "
                + (folder.isFree() ? "--resume" : "--resume --overwrite")
                + " to continue from there");
      }
    } catch (IOException e) {
      messages.println("note: left behind: " + e.getMessage());
    }
  }
}

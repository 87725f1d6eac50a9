package org.splicespark.spark.prediction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.splicespark.error.InputException;
import org.splicespark.genome.Strand;
import org.splicespark.model.Batch;
import org.splicespark.model.Compute;
import org.splicespark.model.ModelOpener;
import org.splicespark.model.Probabilities;
import org.splicespark.model.SpliceModel;
import org.splicespark.testing.MotifModel;
import org.splicespark.testing.SharedSpark;

/** Runs that fail: what they leave, and how the next one goes on. */
@Tag("spark")
class PredictResumeTest {
  private static final String UNFINISHED = ".splicespark-unfinished";

  /** Of all models in this JVM; a model is opened from its serialized opener. */
  private static final AtomicInteger CALLS = new AtomicInteger();

  @TempDir Path folder;
  private final ByteArrayOutputStream messages = new ByteArrayOutputStream();
  private Path output;

  @BeforeEach
  void begin() throws IOException {
    output = folder.resolve("out");
    Files.writeString(Path.of(output + ".fa"), "a genome");
    CALLS.set(0);
  }

  private static volatile int most;

  /** Counts, and breaks at every call after so many. Executors keep it from run to run. */
  private record Counting(SpliceModel whole) implements SpliceModel {
    @Override
    public int flank() {
      return whole.flank();
    }

    @Override
    public Probabilities score(Batch batch) {
      if (CALLS.incrementAndGet() > most) {
        throw new IllegalStateException("broken on purpose");
      }
      return whole.score(batch);
    }

    @Override
    public void close() {
      whole.close();
    }
  }

  private static ModelOpener counting() {
    return (source, compute) -> new Counting(new MotifModel(Genomes.FLANK));
  }

  private PredictReport run(
      int calls, PredictRequest request, Function<PredictReport, String> manifest)
      throws IOException {
    most = calls;
    PrintStream to = new PrintStream(messages, true, StandardCharsets.UTF_8);
    return new PredictJob(SharedSpark.context(), counting(), to).run(request, manifest);
  }

  private PredictReport run(PredictRequest request) throws IOException {
    return run(Integer.MAX_VALUE, request, report -> "said");
  }

  private Map<String, String> quiet(int partitions) throws IOException {
    Path quiet = folder.resolve("quiet");
    Genomes.run(SharedSpark.context(), Genomes.motif(), Genomes.contigs(quiet, 1000, partitions));
    return Genomes.texts(quiet);
  }

  private PredictRequest again(PredictRequest failed) {
    return Genomes.with(failed, false, true);
  }

  private List<String> left() throws IOException {
    try (var files = Files.list(output)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  @Test
  void aRunThatFailsMidwayIsTakenUpAgainAndScoresOnlyWhatIsMissing() throws IOException {
    PredictRequest request = Genomes.contigs(output, 1000, 8);
    Exception failure = assertThrows(Exception.class, () -> run(14, request, report -> "said"));
    assertTrue(failure.toString().contains("broken on purpose"), failure.toString());
    assertEquals(List.of(UNFINISHED), left());
    assertTrue(messages.toString().contains("--resume"), messages.toString());
    CALLS.set(0);
    PredictReport report = run(again(request));
    int second = CALLS.get();
    assertTrue(report.resumed() > 0 && report.resumed() < 8, report.toString());
    assertEquals(8, report.tasks());
    assertTrue(report.pace().get(report.pace().size() - 1).done() > 0, report.toString());
    assertEquals(quiet(8), Genomes.texts(output));
    CALLS.set(0);
    run(Genomes.with(request, true, false));
    int all = CALLS.get();
    assertTrue(second < all && second > 0, second + " of " + all + " calls");
  }

  @Test
  void aRunThatScoredAllScoresNothingAgain() throws IOException {
    PredictRequest request = Genomes.contigs(output, 1000, 3);
    Function<PredictReport, String> broken =
        report -> {
          throw new IllegalStateException("broken at the end");
        };
    assertThrows(Exception.class, () -> run(Integer.MAX_VALUE, request, broken));
    assertEquals(List.of(UNFINISHED), left());
    CALLS.set(0);
    PredictReport report = run(again(request));
    assertEquals(0, CALLS.get());
    assertEquals(3, report.resumed());
    assertEquals(quiet(3), Genomes.texts(output));
  }

  @Test
  void anotherRunIsNotTakenForTheInterruptedOneAndTheDifferenceIsNamed() throws IOException {
    PredictRequest request = Genomes.contigs(output, 1000, 8);
    assertThrows(Exception.class, () -> run(14, request, report -> "said"));
    CALLS.set(0);
    refused("it had models ", Genomes.contigs(output, 1000, 8));
    PredictRequest fewer = Genomes.first(request, 2);
    refused("it had file RowFile[name=donor_predictions.bed", fewer);
    Files.writeString(Path.of(output + ".fa"), "another genome");
    refused("it had genome " + output + ".fa of 8 bytes", request);
    assertEquals(0, CALLS.get());
    assertEquals(List.of(UNFINISHED), left());
  }

  /** Each line of the plan for itself; and the parts are still there after all the refusals. */
  @Test
  void whateverTheBytesDependOnIsComparedAndNamed() throws IOException {
    PredictRequest was = Genomes.contigs(output, 1000, 8);
    assertThrows(Exception.class, () -> run(14, was, report -> "said"));
    PredictRequest.Inputs inputs = was.inputs();
    String genome = inputs.genome();
    refused(
        "it had version 1",
        Genomes.of(was, new PredictRequest.Inputs("2", genome, Optional.empty(), "made up")));
    refused(
        "it had no annotation genes.gff3",
        Genomes.of(
            was, new PredictRequest.Inputs("1", genome, Optional.of("genes.gff3"), "made up")));
    refused("it had tiles of 1000 bases", Genomes.tiled(was, 2000, Strand.PLUS, Strand.MINUS));
    refused("it had regions made up", Genomes.tiled(was, 1000, Strand.PLUS));
    refused(
        "it had file RowFile[name=donors.bed.gz, rows=SiteRows[caller=SiteCaller[threshold=0.2]",
        Genomes.calling(was, 0.3));
    refused(
        "it had partitions 8",
        Genomes.of(was, new PredictRequest.Running(Compute.cpu(), 9, false, false)));
    Compute tf32 = new Compute("cpu", 1, Compute.MathMode.TF32);
    refused("it had math FP32", Genomes.of(was, new PredictRequest.Running(tf32, 8, false, false)));
    assertTrue(run(again(was)).resumed() > 0);
  }

  @Test
  void whereNewFilesAreThereAlreadyTheAdviceSaysThatTheyAreToBeReplaced() throws IOException {
    PredictRequest request = Genomes.contigs(output, 1000, 3);
    Function<PredictReport, String> losing =
        report -> {
          try {
            Files.delete(output.resolve(UNFINISHED).resolve("donors.plus.bw"));
            return "said";
          } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
        };
    assertThrows(IOException.class, () -> run(Integer.MAX_VALUE, request, losing));
    assertTrue(messages.toString().contains("--resume --overwrite"), messages.toString());
    assertEquals(3, run(Genomes.with(request, true, true)).resumed());
    assertEquals(quiet(3), Genomes.texts(output));
  }

  private void refused(String fragment, PredictRequest request) {
    String message = assertThrows(InputException.class, () -> run(again(request))).getMessage();
    assertTrue(message.contains(fragment), message);
    assertEquals(1, message.lines().count(), message);
  }

  @Test
  void withoutResumeItStartsFromTheBeginning() throws IOException {
    PredictRequest request = Genomes.contigs(output, 1000, 8);
    assertThrows(Exception.class, () -> run(14, request, report -> "said"));
    CALLS.set(0);
    assertEquals(0, run(Genomes.with(request, false, false)).resumed());
    assertEquals(quiet(8), Genomes.texts(output));
    assertFalse(Files.exists(output.resolve(UNFINISHED)));
  }

  @Test
  void aFailureDoesNotTouchTheOutputOfBefore() throws IOException {
    PredictRequest request = Genomes.contigs(output, 1000, 8);
    run(request);
    Map<String, String> before = Genomes.texts(output);
    PredictRequest genes = Genomes.with(Genomes.genes(output, 1000, 8), true, false);
    CALLS.set(0);
    assertThrows(Exception.class, () -> run(0, genes, report -> "said"));
    assertEquals(before, Genomes.texts(output));
  }
}

package org.splicespark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.splicespark.spark.training.TrainReport;
import org.splicespark.train.EpochMetrics;
import org.splicespark.train.EpochReport;
import org.splicespark.train.SiteMetrics;
import org.splicespark.train.Split;
import org.splicespark.train.TrainingHistory;

class TrainSummaryTest {
  private static final Path BEST = Path.of("out/models/model_best.pt");

  private static SiteMetrics sites(long sites, double top1, double auprc) {
    List<Double> top = List.of(0.1, top1, 0.3, 0.4);
    return new SiteMetrics(sites, top, Collections.nCopies(4, 0.5), auprc, 1, 0, 0, 0);
  }

  private static EpochMetrics metrics(double share) {
    return new EpochMetrics(
        1, 9, 99, 1, 1, sites(20, share, share / 2), sites(10, share / 4, share / 8));
  }

  private static String printed(int bestEpoch, boolean early, Map<Split, EpochMetrics> best) {
    Map<Split, EpochMetrics> other = new EnumMap<>(Split.class);
    other.put(Split.TEST, metrics(0.04));
    List<EpochReport> epochs =
        List.of(
            new EpochReport(0, 5, 1, 0.1, 1, bestEpoch == 0 ? best : other),
            new EpochReport(1, 9, 1, 0.1, 1, bestEpoch == 1 ? best : other));
    TrainReport report =
        new TrainReport(new TrainingHistory(List.of(), epochs), bestEpoch, BEST, early, 12.34);
    var bytes = new ByteArrayOutputStream();
    new TrainSummary(report).print(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void theBestEpochsAnswersToTheTestSetAreToldAndWhatToDoNext() {
    assertEquals(
        "2 epochs in 12.3 s; the best is model_1.pt\n"
            + "  test, donors     top-1 0.2000  AUPRC 0.1000  (10 sites)\n"
            + "  test, acceptors  top-1 0.8000  AUPRC 0.4000  (20 sites)\n"
            + "model: out/models/model_best.pt\n"
            + "use it: splicespark variant -R genome.fa -A genes.gff3 -m out/models/model_best.pt -I"
            + " in.vcf.gz -O out.vcf.gz\n",
        printed(1, false, Map.of(Split.TEST, metrics(0.8), Split.VALIDATION, metrics(0.4))));
  }

  @Test
  void withoutATestSetTheValidationSetIsTold() {
    List<String> lines = printed(0, true, Map.of(Split.VALIDATION, metrics(0.4))).lines().toList();
    assertEquals("2 epochs in 12.3 s, stopped early; the best is model_0.pt", lines.get(0));
    assertEquals("  validation, donors     top-1 0.1000  AUPRC 0.0500  (10 sites)", lines.get(1));
  }

  @Test
  void withoutEitherThereIsNoAnswerToTell() {
    assertEquals(3, printed(1, false, Map.of()).lines().count());
  }
}

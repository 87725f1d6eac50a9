package org.splicespark.cli.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.splicespark.cli.options.RateOptions.Beginning;
import org.splicespark.model.Flank;
import org.splicespark.train.Freezing;
import org.splicespark.train.LearnerParameters;
import org.splicespark.train.LearnerParameters.Optimizer;
import org.splicespark.train.Loss;
import org.splicespark.train.Schedule;
import org.splicespark.train.TrainingParameters;
import picocli.CommandLine.ParameterException;

/** From options to what a training depends on. */
class TrainingOptionsTest {
  private static TrainingParameters parameters(String line, Beginning beginning) {
    TrainingOptions options = Parsed.trainer(line).training();
    Flank flank = options.flank().orElse(Flank.F80);
    return options.parameters(beginning, flank, options.seed(), Freezing.NONE);
  }

  private static TrainingParameters parameters(String line) {
    return parameters(line, Beginning.TRAINING);
  }

  @Test
  void withoutOptionsATrainingIsThePublishedOne() {
    TrainingParameters expected =
        new TrainingParameters(
            10,
            Flank.F80,
            36,
            new Schedule.MultiStep(1e-3, List.of(5, 6, 7, 8, 9), 0.5),
            new LearnerParameters(new Loss.CrossEntropy(), Optimizer.ADAMW, 0.01, Freezing.NONE),
            false,
            2,
            42,
            1,
            8);
    assertEquals(expected, parameters(""));
  }

  @Test
  void aTransferHasATenthOfTheRateAndOneMilestoneLess() {
    assertEquals(
        new Schedule.MultiStep(1e-4, List.of(6, 7, 8, 9), 0.5),
        parameters("", Beginning.TRANSFER).schedule());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "-n 7 # epochs=7,",
        "--epochs 7 # milestones=[2, 3, 4, 5, 6]",
        "-f 2000 # flank=F2000, batchSize=24,",
        "--flanking-size 10000 # flank=F10000, batchSize=12,",
        "-f 400 # flank=F400, batchSize=36,",
        "--batch-size 5 # batchSize=5,",
        "-E # earlyStopping=true",
        "--early-stopping # earlyStopping=true",
        "-P 4 # patience=4",
        "--patience 4 # patience=4",
        "-r 7 # seed=7",
        "--random-seed 7 # seed=7",
        "-s CosineAnnealingWarmRestarts # CosineRestarts[base=0.001, period=5, minimum=1.0E-5]",
        "--scheduler multisteplr --gamma 0.1 # gamma=0.1",
        "--learning-rate 0.25 # base=0.25",
        "--milestones 3,5 # milestones=[3, 5]",
        "-l focal_loss # Focal[gamma=2.0, alpha=[1.0, 1.0, 1.0]]",
        "--loss focal-loss --focal-gamma 3 # Focal[gamma=3.0,",
        "-l FOCAL_LOSS --focal-alpha 0.5,2,3 # alpha=[0.5, 2.0, 3.0]",
        "--weight-decay 0.5 # weightDecay=0.5",
        "--workers 3 # workers=3",
        "--steps-per-round 2 # stepsPerRound=2",
      })
  void everyOptionHasItsEffect(String line, String effect) {
    assertTrue(parameters(line).toString().contains(effect), parameters(line).toString());
    assertFalse(parameters("").toString().contains(effect));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "'' # false, true, false, 1",
        "-A # true, true, false, 1",
        "--unfreeze-all # true, true, false, 1",
        "-u 3 # false, true, false, 3",
        "--unfreeze 0 # false, true, false, 0",
        "--freeze-head # false, false, false, 1",
        "--update-frozen-statistics # false, true, true, 1",
      })
  void whatIsFrozenIsAsTheOptionsSay(String line, String expected) {
    Freezing freezing = Parsed.of(line).freezing.freezing(Flank.F80);
    assertEquals(
        expected,
        "%s, %s, %s, %d"
            .formatted(
                freezing.all(),
                freezing.head(),
                freezing.frozenStatistics(),
                freezing.lastUnits()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "'' # [42, 43, 44, 45, 46]",
        "-r 10 # [10, 11, 12, 13, 14]",
        "--seeds 2 # [42, 43]",
        "--seeds 7,3,-1 # [7, 3, -1]",
      })
  void seedsFollowTheRandomSeedOrAreNamed(String line, String expected) {
    Parsed parsed = Parsed.of(line);
    assertEquals(expected, parsed.seeds.seeds(parsed.trainer.training().seed()).toString());
  }

  @ParameterizedTest
  @CsvSource({"0", "-1", "x", "'1,'", "'1,2,1'", "1001", "''"})
  void seedsThatAreNoneOrTheSameTwiceAreRefused(String seeds) {
    SeedOptions options = Parsed.of("--seeds=" + seeds).seeds;
    assertThrows(ParameterException.class, () -> options.seeds(42));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "'' # auto # 0",
        "--device cpu # cpu # 0",
        "--device cuda:1 # cuda:1 # 0",
        "--threads 3 # auto # 3",
      })
  void whereItComputesIsAsTheOptionsSay(String line, String device, int threads) {
    var compute = Parsed.trainer(line).training().rounds().compute();
    assertEquals(device, compute.device());
    assertEquals(threads, compute.threads());
  }

  @Test
  void namesAreThoseOfThePublishedTrainer() {
    ModelNames names = Parsed.trainer("-e 3").output().names(Flank.F2000);
    assertEquals(Path.of("out/SpliceAI_mine_2000_3_rs11/3"), names.folder(11));
    assertEquals(Path.of("out/ensemble"), names.ensemble());
    ModelNames usual = Parsed.trainer("").output().names(Flank.F80);
    assertEquals(Path.of("out/SpliceAI_mine_80_0_rs42/0"), usual.folder(42));
  }

  @Test
  void thePublishedSpellingsOfDataSetsAreTaken() {
    DatasetOptions published = Parsed.trainer("-train a -test b").data();
    assertEquals("a", published.train().orElseThrow());
    assertEquals("b", published.test().orElseThrow());
    DatasetOptions ours =
        Parsed.trainer("--train-dataset a --test-dataset b --validation-dataset c").data();
    assertEquals("a", ours.train().orElseThrow());
    assertEquals("b", ours.test().orElseThrow());
    assertEquals("c", ours.validation().orElseThrow());
  }
}

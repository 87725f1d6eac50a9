package org.splicespark.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.splicespark.error.InputException;
import org.splicespark.model.Batch;
import org.splicespark.model.Compute;
import org.splicespark.model.Flank;
import org.splicespark.model.ModelOpener;
import org.splicespark.model.ModelSource;
import org.splicespark.model.ModelSource.Member;
import org.splicespark.model.Probabilities;
import org.splicespark.model.SpliceModel;
import org.splicespark.testing.PtFiles;

@Tag("native")
class DjlModelsTest {
  private static final int OUTPUTS = 101;

  private static ModelSource source(Flank flank, long... seeds) {
    List<Member> members = new ArrayList<>();
    for (long seed : seeds) {
      members.add(new Member(seed + ".pt", "" + seed, PtFiles.random(flank, seed)));
    }
    return new ModelSource(members, flank.bases());
  }

  private static SpliceModel open(Flank flank, long... seeds) {
    ModelOpener opener = DjlModels::open;
    return opener.open(source(flank, seeds), Compute.cpu());
  }

  private static void assertClose(double tolerance, float[] expected, float[] actual) {
    double apart = Windows.apart(expected, actual);
    assertTrue(apart <= tolerance, apart + " apart");
  }

  @Test
  void theAnswersAreProbabilities() {
    try (SpliceModel model = open(Flank.F80, 1)) {
      assertEquals(80, model.flank());
      Batch batch = Batch.of(Windows.random(3, 80 + OUTPUTS, 2));
      Probabilities answer = model.score(batch);
      assertEquals(OUTPUTS, answer.length());
      for (int n = 0; n < 3; n++) {
        float[] one = Windows.of(answer, n);
        for (int i = 0; i < OUTPUTS; i++) {
          assertEquals(1, one[i] + one[OUTPUTS + i] + one[2 * OUTPUTS + i], 1e-6);
        }
      }
    }
  }

  @Test
  void theAnswerForASequenceDoesNotDependOnItsBatch() {
    List<byte[]> windows = Windows.random(16, 400 + OUTPUTS, 3);
    try (SpliceModel model = open(Flank.F400, 1)) {
      Probabilities together = model.score(Batch.of(windows));
      for (int n = 0; n < windows.size(); n++) {
        float[] alone = model.score(Batch.of(windows.subList(n, n + 1))).values();
        assertClose(1e-6, alone, Windows.of(together, n));
      }
    }
  }

  @Test
  void theAnswerAtAPositionDoesNotDependOnTheWindowsLength() {
    byte[] longer = Windows.random(1, 400 + OUTPUTS + 2 * 333, 4).get(0);
    byte[] shorter = Windows.middle(longer, 400 + OUTPUTS);
    try (SpliceModel model = open(Flank.F400, 1)) {
      Probabilities far = model.score(Batch.of(List.of(longer)));
      float[] near = model.score(Batch.of(List.of(shorter))).values();
      float[] middle = new float[near.length];
      for (int c = 0; c < 3; c++) {
        System.arraycopy(far.values(), c * far.length() + 333, middle, c * OUTPUTS, OUTPUTS);
      }
      assertClose(1e-6, near, middle);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 600, 1100, 3000})
  void aBatchThatIsRunInPartsIsAnsweredAsAWhole(int positions) {
    NativeBoot.start(1);
    Checkpoint checkpoint = Checkpoint.read("1.pt", PtFiles.random(Flank.F400, 1));
    Batch batch = Batch.of(Windows.random(7, 400 + OUTPUTS, 5));
    NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");
    try (SpliceModel parts =
            new DjlModel(
                new SpliceNet(checkpoint, checkpoint.family(), manager),
                new Budget(positions, positions));
        SpliceModel whole = open(Flank.F400, 1)) {
      float[] expected = whole.score(batch).values();
      assertClose(1e-6, expected, parts.score(batch).values());
      assertArrayEquals(parts.score(batch).values(), parts.score(batch).values());
    }
  }

  @Test
  void anEnsembleAnswersTheMeanOfItsMembers() {
    Batch batch = Batch.of(Windows.random(2, 80 + OUTPUTS, 6));
    try (SpliceModel both = open(Flank.F80, 1, 2);
        SpliceModel one = open(Flank.F80, 1);
        SpliceModel two = open(Flank.F80, 2)) {
      float[] a = one.score(batch).values();
      float[] b = two.score(batch).values();
      for (int i = 0; i < a.length; i++) {
        a[i] = (a[i] + b[i]) / 2;
      }
      assertClose(1e-7, a, both.score(batch).values());
    }
  }

  @Test
  void threadsThatShareAModelGetTheSameAnswers() throws Exception {
    List<Batch> batches = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      batches.add(Batch.of(Windows.random(1 + i % 3, 400 + OUTPUTS + i, i)));
    }
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try (SpliceModel model = open(Flank.F400, 1)) {
      List<float[]> expected = batches.stream().map(b -> model.score(b).values()).toList();
      List<Future<float[]>> answers = new ArrayList<>();
      for (int round = 0; round < 5; round++) {
        batches.forEach(batch -> answers.add(threads.submit(() -> model.score(batch).values())));
      }
      for (int i = 0; i < answers.size(); i++) {
        assertArrayEquals(expected.get(i % 12), answers.get(i).get());
      }
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void scoringLeavesNothingBehind() {
    NativeBoot.start(1);
    Checkpoint checkpoint = Checkpoint.read("1.pt", PtFiles.random(Flank.F80, 1));
    NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");
    NDManager system = manager.getParentManager();
    int before = system.getManagedArrays().size();
    Batch batch = Batch.of(Windows.random(4, 80 + OUTPUTS, 7));
    try (SpliceModel model =
        new DjlModel(
            new SpliceNet(checkpoint, checkpoint.family(), manager),
            new Budget(1 << 16, 1 << 14))) {
      int afterTen = managedAfter(10, model, batch, manager);
      assertEquals(afterTen, managedAfter(40, model, batch, manager));
      assertEquals(checkpoint.names().size(), afterTen);
    }
    assertFalse(manager.isOpen());
    assertEquals(before, system.getManagedArrays().size());
  }

  private static int managedAfter(int calls, SpliceModel model, Batch batch, NDManager manager) {
    for (int i = 0; i < calls; i++) {
      model.score(batch);
    }
    return manager.getManagedArrays().size();
  }

  @Test
  void gradientsAreOffWhileScoringAndAsBeforeAfterwards() throws Exception {
    try (SpliceModel model = open(Flank.F80, 1)) {
      Thread other =
          new Thread(
              () -> {
                JniUtils.setGradMode(true);
                model.score(Batch.of(Windows.random(1, 80 + OUTPUTS, 8)));
                assertTrue(JniUtils.isGradMode());
              });
      List<Throwable> failures = new ArrayList<>();
      other.setUncaughtExceptionHandler((thread, failure) -> failures.add(failure));
      other.start();
      other.join();
      assertEquals(List.of(), failures);
    }
  }

  @Test
  void aWindowNoLongerThanTheFlankIsRefused() {
    try (SpliceModel model = open(Flank.F80, 1)) {
      Batch tooShort = Batch.of(Windows.random(1, 80, 9));
      assertThrows(IllegalArgumentException.class, () -> model.score(tooShort));
    }
  }

  @Test
  void whatIsNoDeviceIsRefusedAndAGpuThatIsNotThereIsMissed() {
    ModelSource source = source(Flank.F80, 1);
    assertThrows(
        IllegalArgumentException.class,
        () -> DjlModels.open(source, new Compute("gpu", 1, Compute.MathMode.FP32)));
    String message =
        assertThrows(
                IllegalStateException.class,
                () -> DjlModels.open(source, new Compute("cuda:9999", 1, Compute.MathMode.FP32)))
            .getMessage();
    assertTrue(message.contains("no cuda:9999"), message);
  }

  @Test
  void aMemberThatIsNoCheckpointIsNamed() {
    Member bad = new Member("bad.pt", "0", new byte[] {1, 2, 3});
    ModelSource source = new ModelSource(List.of(bad), 80);
    String message =
        assertThrows(InputException.class, () -> DjlModels.open(source, Compute.cpu()))
            .getMessage();
    assertTrue(message.startsWith("bad.pt: "), message);
  }
}

package org.splicespark.spark.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.splicespark.error.InputException;
import org.splicespark.model.Compute;
import org.splicespark.testing.SerialTrap;
import org.splicespark.train.TrainingParameters;

class ResumeFileTest {
  private static final TrainingParameters PARAMETERS = Trainings.parameters(1, 4);

  @TempDir Path folder;

  private ResumeFile file() {
    return new ResumeFile(folder.resolve("training.resume"));
  }

  private static TrainingBasis basis(TrainingParameters parameters, String data, int weights) {
    List<String> files = List.of(data + " of 5 bytes, changed 1");
    return new TrainingBasis(parameters, Compute.cpu(), files, List.of(), List.of(), weights);
  }

  private static ResumePoint point() {
    return ResumePoint.first(basis(PARAMETERS, "data", 1), PlainLearner.untrained(3));
  }

  private String refused(TrainingBasis now) {
    return assertThrows(InputException.class, () -> file().read(now)).getMessage();
  }

  @Test
  void whatWasWrittenIsRead() throws IOException {
    file().write(point());
    ResumePoint read = file().read(basis(PARAMETERS, "data", 1));
    Trainings.assertSame(point().state(), read.state());
    assertEquals(point().basis(), read.basis());
  }

  @Test
  void aTrainingOnAnotherBasisIsRefusedWithTheNamesOfWhatDiffers() throws IOException {
    file().write(point());
    TrainingParameters other = Trainings.withSeed(Trainings.parameters(2, 4), 5);
    assertTrue(refused(basis(other, "data", 1)).endsWith("differs in: seed, workers"));
    assertTrue(
        refused(basis(PARAMETERS, "more data", 1))
            .endsWith("differs in: train; it had data of 5 bytes, changed 1"));
    assertTrue(refused(basis(PARAMETERS, "data", 2)).endsWith("differs in: firstWeights"));
  }

  @Test
  void aFileThatIsCutOffIsRefusedByItsName() throws IOException {
    file().write(point());
    byte[] whole = Files.readAllBytes(file().path());
    for (int length : new int[] {0, 3, 100, whole.length - 1}) {
      Files.write(file().path(), Arrays.copyOf(whole, length));
      assertTrue(refused(point().basis()).startsWith(file().path() + ": no training"));
    }
  }

  @Test
  void objectsOfOtherClassesAreNotMadeFromTheFile() throws IOException {
    for (Object foreign : new Object[] {new File("x"), new SerialTrap()}) {
      try (ObjectOutputStream out = new ObjectOutputStream(Files.newOutputStream(file().path()))) {
        out.writeObject(foreign);
      }
      assertTrue(refused(point().basis()).contains("no training can be resumed"));
    }
    assertFalse(SerialTrap.sprung, "no code of the file's classes has run");
  }
}

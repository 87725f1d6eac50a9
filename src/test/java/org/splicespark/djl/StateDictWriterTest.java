package org.splicespark.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.splicespark.error.InputException;
import org.splicespark.model.Flank;
import org.splicespark.model.ModelSource.Member;
import org.splicespark.testing.PtFiles;
import org.splicespark.testing.PtFiles.Weights;
import org.splicespark.testing.Reference;
import org.splicespark.train.TrainingState;

class StateDictWriterTest {
  private static final String COUNTER = "residual_units.0.batchnorm1.num_batches_tracked";

  @TempDir Path folder;

  private static byte[] written(TrainingState state, Flank flank) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CheckpointFiles.write(out, state, flank);
    return out.toByteArray();
  }

  private static TrainingState read(byte[] content) {
    return CheckpointFiles.state(new Member("made.pt", "", content));
  }

  private static void assertSame(TrainingState expected, TrainingState actual) {
    assertEquals(List.copyOf(expected.tensors().keySet()), List.copyOf(actual.tensors().keySet()));
    expected.tensors().forEach((n, v) -> assertArrayEquals(v, actual.tensors().get(n), n));
    assertEquals(expected.counters(), actual.counters());
  }

  @ParameterizedTest
  @EnumSource(Flank.class)
  void whatIsReadAgainIsWhatWasWritten(Flank flank) throws IOException {
    TrainingState state = DjlModels.initialState(flank, 5);
    assertSame(state, read(written(state, flank)));
  }

  @Test
  void theSameStateGivesTheSameBytes() throws IOException {
    byte[] once = written(DjlModels.initialState(Flank.F80, 5), Flank.F80);
    assertArrayEquals(once, written(DjlModels.initialState(Flank.F80, 5), Flank.F80));
    byte[] other = written(DjlModels.initialState(Flank.F80, 6), Flank.F80);
    assertTrue(!Arrays.equals(once, other));
  }

  @Test
  void entriesAreStoredAtMultiplesOf64() throws IOException {
    byte[] content = written(DjlModels.initialState(Flank.F80, 5), Flank.F80);
    Path file = Files.write(folder.resolve("made.pt"), content);
    String marker = "archive/data/0";
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        assertEquals(ZipEntry.STORED, entry.getMethod());
        byte[] bytes = zip.getInputStream(entry).readAllBytes();
        assertEquals(entry.getSize(), bytes.length);
      }
      byte[] first = zip.getInputStream(zip.getEntry(marker)).readAllBytes();
      assertEquals(0, place(content, first) % 64);
    }
  }

  private static int place(byte[] content, byte[] part) {
    String whole = new String(content, StandardCharsets.ISO_8859_1);
    int place = whole.indexOf(new String(part, StandardCharsets.ISO_8859_1));
    assertTrue(place > 0);
    return place;
  }

  @Test
  void namesHaveTheOrderOfPyTorch() throws IOException {
    byte[] content = written(DjlModels.initialState(Flank.F80, 5), Flank.F80);
    List<String> names = new ArrayList<>(StateDict.read("made.pt", content).names());
    assertEquals(64, names.size());
    assertEquals("residual_units.0.batchnorm1.weight", names.get(4));
    assertEquals(COUNTER, names.get(8));
    assertEquals("residual_units.0.batchnorm2.weight", names.get(9));
    assertEquals("residual_units.0.conv1.weight", names.get(14));
    assertEquals("residual_units.4.conv.bias", names.get(61));
  }

  @Test
  void aStateOfAnotherNetworkIsNotWritten() {
    TrainingState state = DjlModels.initialState(Flank.F80, 5);
    assertThrows(IllegalArgumentException.class, () -> written(state, Flank.F400));
  }

  @Test
  void aFileWithoutCountersStartsThemAtZero() {
    TrainingState state = read(PtFiles.random(Flank.F80, 1));
    assertEquals(8, state.counters().size());
    assertEquals(0L, state.counters().get(COUNTER));
    assertEquals(0, state.steps());
    assertTrue(state.first().isEmpty() && state.second().isEmpty());
  }

  @Test
  void aCounterThatIsNoCountIsNamed() {
    Map<String, Weights> weights = PtFiles.weights(Flank.F80, 1);
    weights.put(COUNTER, new Weights(new long[0], new float[] {1}));
    byte[] content = PtFiles.file(weights);
    String message = assertThrows(InputException.class, () -> read(content)).getMessage();
    assertTrue(message.startsWith("made.pt: "), message);
  }

  @ParameterizedTest
  @CsvSource({"80,F80", "400,F400", "2000,F2000", "10000,F10000"})
  @Tag("golden")
  void aPublishedFileIsTheSameAfterReadingAndWriting(int bases, Flank flank) throws IOException {
    String name = "models/openspliceai-mane/" + bases + "nt/model_" + bases + "nt_rs10.pt";
    byte[] published = Files.readAllBytes(Reference.path(name));
    TrainingState state = read(published);
    byte[] written = written(state, flank);
    assertSame(state, read(written));
    assertTrue(state.counters().get(COUNTER) > 1000, "a published network has seen batches");
    List<String> names = List.copyOf(StateDict.read("published", published).names());
    assertEquals(names, List.copyOf(StateDict.read("written", written).names()));
  }
}

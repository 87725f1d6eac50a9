package org.splicespark.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import net.razorvine.pickle.Unpickler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.splicespark.error.InputException;
import org.splicespark.model.Flank;
import org.splicespark.testing.PickleWriter;
import org.splicespark.testing.PtFiles;

/** Files that are damaged, or that want more than to be read. */
class HostileCheckpointTest {
  private static final Map<String, byte[]> ONE_STORAGE = Map.of("0", new byte[16]);

  private static String refusal(byte[] file) {
    InputException refused =
        assertThrows(InputException.class, () -> StateDict.read("dir/made.pt", file));
    String message = refused.getMessage();
    assertTrue(message.startsWith("dir/made.pt: "), message);
    assertEquals(1, message.lines().count(), message);
    return message;
  }

  private static String refusalOfPickle(byte[] pickle) {
    return refusal(PtFiles.file(pickle, ONE_STORAGE));
  }

  private static void assertContains(String part, String message) {
    assertTrue(message.contains(part), message);
  }

  @ParameterizedTest
  @CsvSource({
    "posix,system",
    "builtins,eval",
    "java.lang,Runtime",
    "torch,load",
    "torch.nn.modules.conv,Conv1d",
    "decimal,Decimal"
  })
  void aPickleThatAsksForCodeIsRefusedByName(String module, String name) {
    byte[] pickle =
        new PickleWriter().global(module, name).op('(').text("true").op('t').op('R').stop();
    assertContains(module + "." + name, refusalOfPickle(pickle));
  }

  @Test
  void theNewerOpcodeForNamesIsNoWayAround() {
    byte[] pickle = new PickleWriter().text("posix").text("system").op(0x93).op(')').op('R').stop();
    assertContains("posix.system", refusalOfPickle(pickle));
  }

  @ParameterizedTest
  @ValueSource(ints = {'i', 'o', 'P', 0x81, 0x82, 0x92})
  void olderAndNewerWaysToMakeObjectsAreRefused(int opcode) {
    byte[] tail = "posix\nsystem\n".getBytes(StandardCharsets.US_ASCII);
    byte[] pickle = new PickleWriter().op('(').text("true").op(opcode).raw(tail).stop();
    assertContains("refused", refusalOfPickle(pickle));
  }

  @Test
  void constructorsThatTheJvmSharesAreNotAsked() {
    AtomicBoolean asked = new AtomicBoolean();
    Unpickler.registerConstructor(
        "splicespark_test",
        "Thing",
        arguments -> {
          asked.set(true);
          return arguments;
        });
    byte[] pickle = new PickleWriter().global("splicespark_test", "Thing").op(')').op('R').stop();
    assertContains("splicespark_test.Thing", refusalOfPickle(pickle));
    assertFalse(asked.get());
  }

  @Test
  void aNameWithALineBreakOrWithoutEndStaysOnOneLine() {
    byte[] broken = new PickleWriter().text("a\nb").text("c\rd").op(0x93).stop();
    assertContains("a?b.c?d", refusalOfPickle(broken));
    byte[] longest = new PickleWriter().global("m", "x".repeat(100_000)).stop();
    assertTrue(refusalOfPickle(longest).length() < 400);
  }

  @ParameterizedTest
  @ValueSource(ints = {'X', 'T', 'B', 0x8b})
  void aTextLongerThanTheFileTakesNoMemory(int opcode) {
    byte[] most = {-1, -1, -1, 0x7f};
    refusalOfPickle(new PickleWriter().op(opcode).raw(most).stop());
  }

  @Test
  void aTensorLargerThanItsStorageIsRefused() {
    long[] huge = {1 << 30, 1 << 30};
    long[] still = {0, 0};
    PickleWriter pickle = new PickleWriter().dict().text("x");
    assertContains(
        "storage", refusalOfPickle(pickle.tensor("FloatStorage", "0", 4, 0, huge, still).end()));
  }

  @ParameterizedTest
  @CsvSource({"1,4,1", "0,2,4", "5,1,1", "-1,1,1", "0,-1,1", "0,1,-1", "0,2,2147483647"})
  void aTensorThatLeavesItsStorageIsRefused(int offset, long size, long stride) {
    PickleWriter pickle = new PickleWriter().dict().text("x");
    long[] shape = {size};
    long[] strides = {stride};
    refusalOfPickle(pickle.tensor("FloatStorage", "0", 4, offset, shape, strides).end());
  }

  @Test
  void aStorageThatIsMissingOrShortIsRefused() {
    long[] one = {1};
    PickleWriter missing = new PickleWriter().dict().text("x");
    assertContains(
        "data/7", refusalOfPickle(missing.tensor("FloatStorage", "7", 1, 0, one, one).end()));
    PickleWriter shorter = new PickleWriter().dict().text("x");
    assertContains(
        "shorter", refusalOfPickle(shorter.tensor("FloatStorage", "0", 5, 0, one, one).end()));
  }

  @Test
  void whatIsNoStateDictIsRefused() {
    assertContains("state dict", refusalOfPickle(new PickleWriter().number(1).stop()));
    byte[] numbers = new PickleWriter().dict().text("epoch").number(3).end();
    assertContains("state_dict", refusalOfPickle(numbers));
  }

  @Test
  void aListThatHoldsItselfIsRefused() {
    PickleWriter pickle = new PickleWriter().op('}').op(']').op('q').op(0);
    refusalOfPickle(pickle.op('h').op(0).op('a').number(1).op('s').stop());
  }

  @Test
  void aTruncatedFileIsRefusedWhereverItEnds() {
    byte[] whole = PtFiles.random(Flank.F80, 1);
    for (int length = 4; length < whole.length; length += 997) {
      assertContains("truncated", refusal(Arrays.copyOf(whole, length)));
    }
    assertContains("truncated", refusal(Arrays.copyOf(whole, whole.length - 1)));
  }

  @Test
  void aChangedByteIsFound() {
    byte[] changed = PtFiles.random(Flank.F80, 1);
    changed[changed.length / 2] ^= 1;
    assertContains("checksum", refusal(changed));
  }

  @Test
  void whatPyTorchDidNotWriteIsRefused() {
    assertContains("not a PyTorch checkpoint", refusal(new byte[0]));
    assertContains(
        "not a PyTorch checkpoint", refusal(">chr1\nACGT\n".getBytes(StandardCharsets.US_ASCII)));
    assertContains("no data.pkl", refusal(PtFiles.zip(Map.of("readme", new byte[] {1}))));
  }

  @Test
  void theFormatBeforeOneSixIsNamed() {
    byte[] legacy = {(byte) 0x80, 2, (byte) 0x8a, 10, 'l', (byte) 0xfc};
    assertContains("before PyTorch 1.6", refusal(legacy));
  }

  @Test
  void noDamageToThePickleLeadsElsewhere() {
    Random random = new Random(7);
    long[] shape = {2, 2};
    long[] strides = {2, 1};
    PickleWriter writer = new PickleWriter().dict();
    writer.text("a").tensor("FloatStorage", "0", 4, 0, shape, strides);
    byte[] pickle = writer.text("b").tensor("LongStorage", "0", 2, 0, shape, strides).end();
    for (int i = 0; i < 20_000; i++) {
      byte[] damaged = pickle.clone();
      for (int changes = random.nextInt(3); changes >= 0; changes--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      readOrRefused(PtFiles.file(damaged, ONE_STORAGE));
    }
  }

  @Test
  void noDamageToTheZipLeadsElsewhere() {
    Random random = new Random(8);
    byte[] file =
        PtFiles.file64(new PickleWriter().dict().end(), Map.of("0", new byte[4], "1", new byte[8]));
    for (int i = 0; i < 20_000; i++) {
      byte[] damaged = file.clone();
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      readOrRefused(damaged);
    }
  }

  private static void readOrRefused(byte[] file) {
    try {
      StateDict dict = StateDict.read("made.pt", file);
      dict.names().forEach(name -> dict.tensor(name).orElseThrow().floats());
    } catch (InputException e) {
      assertTrue(e.getMessage().startsWith("made.pt: "));
    }
  }
}

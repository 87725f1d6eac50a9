package org.splicespark.spark.prediction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.splicespark.predict.SiteCaller;
import org.splicespark.predict.StrandScores;
import org.splicespark.spark.HadoopFiles;
import org.splicespark.spark.PartStore;

/** Parts that cannot be closed, or are not as they were written. */
@Tag("spark")
class PartSinksTest {
  @TempDir Path folder;
  private final List<String> closed = new ArrayList<>();

  private PartSink sink(String name, boolean fails) {
    return new PartSink() {
      @Override
      public void write(List<StrandScores> scores) {
        throw new IllegalStateException("broken on purpose");
      }

      @Override
      public PartContent content() {
        return new PartContent(Map.of(), 0L);
      }

      @Override
      public void close() throws IOException {
        closed.add(name);
        if (fails) {
          throw new IOException(name);
        }
      }
    };
  }

  @Test
  void allAreClosedWhicheverFailAndTheFirstFaultIsTheOneThatIsThrown() {
    Exception thrown =
        assertThrows(
            IllegalStateException.class,
            () -> {
              try (PartSinks sinks = new PartSinks()) {
                sinks.add(sink("a", true));
                sinks.add(sink("b", false));
                sinks.add(sink("c", true));
                sinks.write(List.of());
              }
            });
    assertEquals(List.of("a", "b", "c"), closed);
    assertEquals(2, thrown.getSuppressed()[0].getSuppressed().length);
  }

  @Test
  void aPartOfATableThatIsCutShortIsNotJoined() throws IOException {
    Path parts = folder.resolve("parts");
    PartStore<PredictPart> store =
        new PartStore<>(new HadoopFiles(new Configuration()), parts.toString());
    store.prepare("plan", false);
    Files.writeString(parts.resolve("some"), "cut short");
    PartContent content = new PartContent(Map.of("some", 100L), 3L);
    SiteTable table = new SiteTable("sites.parquet", new SiteCaller(0.1));
    IOException refused =
        assertThrows(IOException.class, () -> table.join(store, List.of(content)));
    assertEquals(parts + "/some: has 9 bytes and should have 100", refused.getMessage());
    store.delete();
  }
}

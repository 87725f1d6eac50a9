package org.splicespark.spark.prediction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.splicespark.spark.HadoopFiles;
import org.splicespark.spark.PartStore;

/** New files in the place of old ones. */
@Tag("spark")
class PredictFolderTest {
  @TempDir Path output;
  private PredictFolder folder;
  private PartStore<PredictPart> store;

  @BeforeEach
  void makeOldAndNew() throws IOException {
    folder = new PredictFolder(new HadoopFiles(new Configuration()), output.toString());
    store = folder.store();
    store.prepare("plan", false);
    write(output.resolve("donors.bed.gz"), "old");
    write(output.resolve("acceptors.bed.gz"), "old");
    write(output.resolve("acceptors.bed.gz.tbi"), "old");
    write(output.resolve("sites.parquet/part-000000.parquet"), "old");
    write(Path.of(store.file("donors.bed.gz")), "new");
    write(Path.of(store.file("acceptors.bed.gz")), "new");
    write(Path.of(store.file("sites.parquet/part-000001.parquet")), "new");
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private String text(String name) throws IOException {
    return Files.readString(output.resolve(name));
  }

  @Test
  void newFilesReplaceOldOnesAndOthersOfAnEarlierRunGo() throws IOException {
    folder.publish(store, List.of("sites.parquet", "donors.bed.gz", "acceptors.bed.gz"));
    assertEquals("new", text("donors.bed.gz"));
    assertEquals("new", text("acceptors.bed.gz"));
    assertEquals("new", text("sites.parquet/part-000001.parquet"));
    assertFalse(Files.exists(output.resolve("sites.parquet/part-000000.parquet")));
    assertFalse(Files.exists(output.resolve("acceptors.bed.gz.tbi")));
  }

  @Test
  void whereANewOneCannotBePutTheOldOneStays() throws IOException {
    Files.delete(Path.of(store.file("acceptors.bed.gz")));
    List<String> all = List.of("donors.bed.gz", "acceptors.bed.gz");
    assertThrows(IOException.class, () -> folder.publish(store, all));
    assertEquals("new", text("donors.bed.gz"));
    assertEquals("old", text("acceptors.bed.gz"));
    assertEquals("old", text("acceptors.bed.gz.tbi"));
  }

  @Test
  void anOldFolderStaysToo() throws IOException {
    Files.delete(Path.of(store.file("sites.parquet/part-000001.parquet")));
    Files.delete(Path.of(store.file("sites.parquet")));
    assertThrows(IOException.class, () -> folder.publish(store, List.of("sites.parquet")));
    assertEquals("old", text("sites.parquet/part-000000.parquet"));
  }
}

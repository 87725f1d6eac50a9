package org.splicespark.spark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.splicespark.io.vcf.Compression;
import org.splicespark.io.vcf.PartWriter;

/** The file of records whose scoring failed, from its parts to its name. */
class AsideFileTest {
  @TempDir Path folder;
  private HadoopFiles files;
  private PartStore<PartResult> store;

  @BeforeEach
  void makeStore() {
    files = new HadoopFiles(new Configuration());
    store = new PartStore<>(files, folder.resolve("parts").toString());
    store.prepare("plan", false);
  }

  private PartResult part(int number, String failed, int bytes) throws IOException {
    String file = PartResult.name(number);
    PartWriter writer = new PartWriter(store.create(file), Compression.PLAIN);
    writer.close();
    try (OutputStream out = store.create(Aside.FAILED.ofPart(file))) {
      out.write(failed.getBytes(UTF_8));
    }
    return new PartResult(
        number, file, writer.summary(), new Tally(), Map.of(Aside.FAILED, (long) bytes));
  }

  private AsideFile failed(String output, PartResult... results) {
    OutputName name = OutputName.of(output.equals("-") ? output : folder + "/" + output);
    return new AsideFile(
        Aside.FAILED, name, files, store, "head ".getBytes(UTF_8), List.of(results));
  }

  private Path path(String name) {
    return folder.resolve(name);
  }

  @Test
  void itIsWrittenAsideAndThenNamed() throws IOException {
    Files.writeString(path("out.vcf.failed.vcf"), "old");
    AsideFile failed = failed("out.vcf", part(0, "a", 1), part(1, "", 0), part(2, "bc", 2));
    failed.write();
    assertEquals("old", Files.readString(path("out.vcf.failed.vcf")));
    assertEquals("head abc", Files.readString(path(".out.vcf.failed.vcf.tmp")));
    failed.publish();
    assertEquals("head abc", Files.readString(path("out.vcf.failed.vcf")));
    assertFalse(Files.exists(path(".out.vcf.failed.vcf.tmp")));
    assertEquals(Optional.of(path("out.vcf.failed.vcf").toString()), failed.name());
  }

  @Test
  void recordsThatAreCutShortAreNoFile() throws IOException {
    AsideFile failed = failed("out.vcf", part(0, "a", 1), part(1, "b", 2));
    String message = assertThrows(IOException.class, failed::write).getMessage();
    assertEquals("part-000001.failed has 1 bytes and should have 2", message);
  }

  @Test
  void withoutSuchRecordsThereIsNoneAndThatOfARunBeforeGoes() throws IOException {
    Files.writeString(path("out.failed.vcf"), "old");
    AsideFile failed = failed("out/", part(0, "", 0));
    failed.write();
    failed.clearOld();
    failed.publish();
    assertEquals(Optional.empty(), failed.name());
    assertFalse(Files.exists(path("out.failed.vcf")));
    assertFalse(Files.exists(path(".out.failed.vcf.tmp")));
  }

  @Test
  void standardOutputHasNoneBesideIt() throws IOException {
    AsideFile failed = failed("-", part(0, "a", 1));
    failed.write();
    failed.clearOld();
    failed.publish();
    assertEquals(Optional.empty(), failed.name());
  }
}

package org.splicespark.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.splicespark.testing.SharedSpark;

/** Names of files where the default file system is a cluster's. */
@Tag("spark")
class InputStampTest {
  @TempDir Path folder;

  private static HadoopFiles cluster() {
    Configuration configuration = new Configuration();
    configuration.set("fs.defaultFS", "hdfs://localhost:1");
    return new HadoopFiles(configuration);
  }

  @Test
  void aFileOnAMountIsStampedAsItIsRead() throws IOException {
    Path genome = Files.writeString(folder.resolve("genome.fa"), ">c\nACGT\n");
    InputStamp stamp = new InputStamp(cluster());
    String before = stamp.of(genome.toString());
    assertEquals(
        genome + " of 8 bytes, changed " + Files.getLastModifiedTime(genome).toMillis(), before);
    Files.writeString(genome, ">c\nACGTACGT\n");
    assertNotEquals(before, stamp.of(genome.toString()));
  }

  @Test
  void aFileThatSparkSendsIsStampedByItsBytes() throws IOException {
    Path genome = Files.writeString(folder.resolve("sent.fa"), ">c\nACGT\n");
    SharedSpark.context().sc().addFile(genome.toString());
    InputStamp stamp = new InputStamp(new HadoopFiles(new Configuration()));
    assertEquals("sent.fa, SHA-256 " + DigestUtils.sha256Hex(">c\nACGT\n"), stamp.of("sent.fa"));
    assertEquals("nowhere.fa", stamp.of("nowhere.fa"));
  }

  /** Executors have working directories of their own. */
  @Test
  void aReferenceThatIsHereHasAnAbsoluteNameAndOthersAreLeftToFindElsewhere() {
    assertEquals(
        Path.of("pom.xml").toAbsolutePath().toString(),
        FastaOpener.of("./pom.xml", cluster()).reference());
    for (String name : new String[] {"shipped.fa", "hdfs://localhost:1/genome.fa"}) {
      assertEquals(name, FastaOpener.of(name, cluster()).reference());
    }
  }
}

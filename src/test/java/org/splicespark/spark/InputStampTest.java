package org.splicespark.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkFiles;
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
    SharedSpark.session();
    // Where Spark puts it; what is added to a session that is shared stays for its other tests.
    Path sent = Files.writeString(Path.of(SparkFiles.get("sent.fa")), ">c\nACGT\n");
    try {
      InputStamp stamp = new InputStamp(new HadoopFiles(new Configuration()));
      assertEquals("sent.fa, SHA-256 " + DigestUtils.sha256Hex(">c\nACGT\n"), stamp.of("sent.fa"));
      assertEquals("nowhere.fa", stamp.of("nowhere.fa"));
    } finally {
      Files.delete(sent);
    }
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

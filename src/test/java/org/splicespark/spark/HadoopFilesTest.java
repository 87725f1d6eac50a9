package org.splicespark.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.splicespark.error.InputException;

/** Names of files on file systems that are not there. */
class HadoopFilesTest {
  private static final String CONNECTOR =
      "; Spark needs the jars of that file system's connector (--packages; for s3a hadoop-aws)";

  @Test
  void aSchemeThatNobodyKnowsIsTold() {
    assertEquals(
        "gopher://a/b: cannot be reached: No FileSystem for scheme \"gopher\"" + CONNECTOR,
        message("gopher://a/b", new Configuration()));
  }

  @Test
  void aConnectorWhoseJarIsMissingIsTold() {
    Configuration configuration = new Configuration();
    configuration.set("fs.lost.impl", "org.example.LostFileSystem");
    assertEquals(
        "lost://a/b: cannot be reached: Class org.example.LostFileSystem not found" + CONNECTOR,
        message("lost://a/b", configuration));
  }

  private static String message(String name, Configuration configuration) {
    HadoopFiles files = new HadoopFiles(configuration);
    return assertThrows(InputException.class, () -> files.exists(name)).getMessage();
  }
}

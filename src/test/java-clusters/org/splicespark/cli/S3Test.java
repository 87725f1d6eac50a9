package org.splicespark.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** On an object store, through s3a. */
@Tag("cluster")
class S3Test extends RemoteRunContract {
  @TempDir static Path disk;
  private static S3Server server;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    server = new S3Server(disk);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Override
  RemoteStore store() {
    return server.store();
  }

  @Override
  long shortestPiece() {
    return 5 << 20;
  }
}

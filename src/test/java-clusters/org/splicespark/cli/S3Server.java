package org.splicespark.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** An S3 server on this machine, in a JVM of its own. */
final class S3Server implements AutoCloseable {
  private static final String BUCKET = "bucket";
  private static final int SECONDS = 120;

  private final Process process;
  private final int port;

  /** Starts it. */
  S3Server(Path folder) throws IOException, InterruptedException {
    Path jar = Path.of("target-clusters", "s3-server.jar");
    Path log = folder.resolve("server.log");
    port = freePort();
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-jar",
            jar.toString(),
            "--com.adobe.testing.s3mock.httpPort=" + port,
            "--server.port=" + freePort(),
            "--server.address=127.0.0.1",
            "--com.adobe.testing.s3mock.domain.initialBuckets=" + BUCKET,
            "--com.adobe.testing.s3mock.domain.root=" + Files.createDirectory(folder.resolve("s3")));
    process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    for (int tries = 0; !answers(); tries++) {
      if (!process.isAlive() || tries > SECONDS) {
        process.destroy();
        throw new IOException("no S3 server: " + Files.readString(log));
      }
      Thread.sleep(1000);
    }
  }

  /** A bucket of it, as s3a reaches it. */
  RemoteStore store() {
    return new RemoteStore(
        "s3a://" + BUCKET + "/run/",
        Map.of(
            "fs.s3a.endpoint", "http://127.0.0.1:" + port,
            "fs.s3a.path.style.access", "true",
            "fs.s3a.connection.ssl.enabled", "false",
            "fs.s3a.access.key", "key",
            "fs.s3a.secret.key", "secret",
            // This server takes s3a's "only if it is still this one" for a change.
            "fs.s3a.change.detection.mode", "client",
            "fs.s3a.aws.credentials.provider",
                "org.apache.hadoop.fs.s3a.SimpleAWSCredentialsProvider"));
  }

  private boolean answers() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    process.destroy();
  }
}

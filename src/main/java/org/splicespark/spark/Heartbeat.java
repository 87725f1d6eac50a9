package org.splicespark.spark;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.splicespark.error.InputException;
import org.splicespark.io.NamedOutput;

/**
 * Keeps other runs out of a folder while this one is alive: a small file in it that is written anew
 * every 20 seconds, with who writes it. One that is two minutes old by the clock of the file system
 * is a dead run's, and so is one of a process of this machine that is no more.
 */
final class Heartbeat implements AutoCloseable {
  static final String FILE = "alive";
  private static final int MILLIS = 20_000;
  private static final int DEAD_SECONDS = 120;

  /** Of a process's beginning; the system's own figure moves a little. */
  private static final long SAME_MILLIS = 10_000;

  private final HadoopFiles files;
  private final String folder;
  private final Beat own;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "heartbeat");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * Who writes.
   *
   * @param started of the process, in milliseconds since 1970
   * @param namespace in which the process has its number: containers may have one host's name
   */
  record Beat(String host, long process, long started, String run, String namespace) {
    private static final int FIELDS = 5;

    static Beat of(String run) {
      ProcessHandle self = ProcessHandle.current();
      return new Beat(thisHost(), self.pid(), beginning(self), run, thisNamespace());
    }

    private static String thisHost() {
      try {
        return InetAddress.getLocalHost().getHostName();
      } catch (UnknownHostException e) {
        return "unknown";
      }
    }

    private static String thisNamespace() {
      try {
        return Files.readSymbolicLink(Path.of("/proc/self/ns/pid")).toString();
      } catch (IOException | UnsupportedOperationException e) {
        return "-";
      }
    }

    private static long beginning(ProcessHandle process) {
      return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    String text() {
      return host + ' ' + process + ' ' + started + ' ' + run + ' ' + namespace;
    }

    /** True if a text is of a process that ran here and is no more. */
    boolean knowsDead(String text) {
      String[] fields = text.split(" ");
      if (fields.length != FIELDS
          || !fields[0].equals(host)
          || host.equals("unknown")
          || !fields[4].equals(namespace)) {
        return false;
      }
      long began = Long.parseLong(fields[2]);
      return ProcessHandle.of(Long.parseLong(fields[1]))
          .map(there -> Math.abs(beginning(there) - began) > SAME_MILLIS)
          .orElse(true);
    }
  }

  private Heartbeat(HadoopFiles files, String folder, String run) {
    this.files = files;
    this.folder = folder;
    this.own = Beat.of(run);
  }

  /**
   * @param folder that is there
   * @param run tells this run from all others
   * @throws InputException if another run is alive in it
   */
  static Heartbeat begin(HadoopFiles files, String folder, String run) throws IOException {
    return begin(files, folder, run, MILLIS);
  }

  static Heartbeat begin(HadoopFiles files, String folder, String run, int millis)
      throws IOException {
    Heartbeat heartbeat = new Heartbeat(files, folder, run);
    heartbeat.take();
    heartbeat.clock.scheduleWithFixedDelay(heartbeat::beat, millis, millis, TimeUnit.MILLISECONDS);
    return heartbeat;
  }

  private void take() throws IOException {
    String now = file() + "." + own.run();
    write(now, true);
    try {
      if (files.exists(file())) {
        long age =
            files.status(now).getModificationTime() - files.status(file()).getModificationTime();
        String text = text();
        if (age < 1000L * DEAD_SECONDS && !own.knowsDead(text)) {
          throw new InputException(refusal(text, age));
        }
        files.delete(file());
      }
      write(file(), false);
    } catch (FileAlreadyExistsException e) {
      throw new InputException(folder + ": another run has just begun here", e);
    } finally {
      files.delete(now);
    }
  }

  private String refusal(String text, long age) {
    String[] fields = text.split(" ");
    String who =
        fields.length == Beat.FIELDS ? "process " + fields[1] + " on " + fields[0] + ", " : "";
    return "%s: another run is at work here (%sseen %d s ago); wait for it, or if it was killed, %d s"
        .formatted(folder, who, Math.max(0, age / 1000), DEAD_SECONDS);
  }

  private String file() {
    return folder + "/" + FILE;
  }

  private void write(String name, boolean over) throws IOException {
    try (OutputStream out =
        new NamedOutput(name, files.system(name).create(HadoopFiles.path(name), over))) {
      out.write(own.text().getBytes(StandardCharsets.UTF_8));
    }
  }

  private String text() throws IOException {
    try (InputStream in = files.system(file()).open(HadoopFiles.path(file()))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Not while somebody looks: the file is empty until it is written. */
  synchronized void beat() {
    try {
      if (isHeld()) {
        write(file(), true);
      }
    } catch (IOException | RuntimeException e) {
      // The next one may do better; who takes the folder over meanwhile is noticed. What a file
      // system throws must not get out of here: the clock would stop.
    }
  }

  /** True if no other run has taken the folder over. */
  synchronized boolean isHeld() throws IOException {
    return files.exists(file()) && isOwn(text());
  }

  /** An empty file is what a beat leaves that failed half-way: nobody else is there for that. */
  private boolean isOwn(String text) {
    return text.isEmpty() || text.equals(own.text());
  }

  /** Stops; the file stays. */
  void stop() {
    clock.shutdownNow();
    try {
      clock.awaitTermination(MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Lets other runs in. */
  @Override
  public void close() throws IOException {
    stop();
    if (isHeld()) {
      files.delete(file());
    }
  }
}

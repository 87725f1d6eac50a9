package org.splicespark.spark;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.splicespark.error.InputException;

/**
 * A folder that is one run's as long as it is alive: what it plans is written down there, and
 * another run of the same plan may go on with it. Nothing in it is called as another run would call
 * it, so what that one's tasks still write is told apart.
 */
public class RunFolder implements Serializable, AutoCloseable {
  private static final long serialVersionUID = 1L;
  private static final String PLAN = "plan";
  private static final String RUN = "run-";

  final HadoopFiles files;
  private final String folder;

  /** Of the run that began, and of all that resumed it. */
  private String begun = "";

  /** Of this run alone. */
  private String run = "";

  private transient Heartbeat heartbeat;

  RunFolder(HadoopFiles files, String folder) {
    this.files = files;
    this.folder = folder;
  }

  /** Where it is. */
  String folder() {
    return folder;
  }

  /** What names of this run, and of all that resume it, have in common. */
  String begunAs() {
    return begun;
  }

  /**
   * Makes the folder ready.
   *
   * @param plan all that the parts depend on, a line each
   * @param resume keep what an earlier run of the same plan finished
   * @throws InputException if the folder cannot be written, holds parts of another plan, or another
   *     run is at work in it; it stays as it is then
   */
  public void prepare(String plan, boolean resume) {
    close();
    run = String.format(Locale.ROOT, "%016x", new SecureRandom().nextLong());
    try {
      files.makeFolder(folder);
      heartbeat = Heartbeat.begin(files, folder, run);
      if (resume && files.exists(file(PLAN))) {
        requireSame(plan);
        begun = begun();
      } else {
        begin(plan);
      }
    } catch (IOException e) {
      close();
      throw new InputException(folder + ": cannot be written: " + e.getMessage(), e);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private String begun() throws IOException {
    return files.list(folder).stream()
        .filter(name -> name.startsWith(RUN))
        .map(name -> name.substring(RUN.length()))
        .findFirst()
        .orElseThrow(() -> ofAnotherVersion(null));
  }

  /** The plan comes last: where there is one, there is all that a resumed run needs. */
  private void begin(String plan) throws IOException {
    for (String old : files.list(folder)) {
      if (!old.equals(Heartbeat.FILE)) {
        files.delete(file(old));
      }
    }
    begun = run;
    files.system(folder).create(HadoopFiles.path(file(RUN + begun)), true).close();
    try (OutputStream out = create(PLAN)) {
      out.write(plan.getBytes(StandardCharsets.UTF_8));
    }
  }

  private void requireSame(String plan) throws IOException {
    requireSame(
        plan,
        changed ->
            folder
                + ": cannot resume, this is not the run that was interrupted; it had "
                + changed
                + "; run again without --resume");
  }

  /**
   * @param plan all that the parts depend on now, a line each
   * @param message from the first line that was another when the folder was made ready
   * @throws InputException if there is one, or another run has taken the folder over
   */
  public void requireSame(String plan, UnaryOperator<String> message) throws IOException {
    if (!heartbeat.isHeld()) {
      throw new InputException(folder + ": was deleted, or taken over by another run");
    }
    try (InputStream in = open(PLAN)) {
      String before = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      List<String> now = plan.lines().toList();
      Optional<String> changed = before.lines().filter(line -> !now.contains(line)).findFirst();
      if (!before.equals(plan)) {
        throw new InputException(
            message.apply(changed.orElseGet(() -> "no " + added(before, now))));
      }
    }
  }

  private static String added(String before, List<String> now) {
    List<String> had = before.lines().toList();
    return now.stream().filter(line -> !had.contains(line)).findFirst().orElse("such plan");
  }

  /**
   * @throws IOException also if the run has ended, and the folder gone or another's by now
   */
  public OutputStream create(String name) throws IOException {
    requireOpen();
    return files.create(file(name));
  }

  /**
   * @throws IOException if the run has ended, and the folder gone or another's by now
   */
  public void requireOpen() throws IOException {
    if (!files.exists(file(RUN + begun))) {
      throw new IOException(folder + ": the run that this task belongs to has ended");
    }
  }

  /** A name for what one task writes, which no task of this or another run has too. */
  public String attempt(long task) {
    return "attempt-" + run + "-" + task;
  }

  public InputStream open(String name) throws IOException {
    return files.system(folder).open(HadoopFiles.path(file(name)));
  }

  /** Where a file of the folder is, for who must name it. */
  public String file(String name) {
    return folder + "/" + name;
  }

  InputException ofAnotherVersion(Exception cause) {
    return new InputException(
        folder + ": parts of another version, or damaged ones; run without --resume", cause);
  }

  /** Deletes the folder, unless another run has taken it over. */
  public void delete() throws IOException {
    boolean own = heartbeat == null || heartbeat.isHeld();
    if (heartbeat != null) {
      heartbeat.stop();
      heartbeat = null;
    }
    if (own) {
      files.delete(folder);
    }
  }

  /**
   * Deletes the folder of a run whose output is complete: what is left over is no reason to fail.
   */
  public void deleteAtTheEnd(PrintStream messages) {
    try {
      delete();
    } catch (IOException e) {
      messages.println("note: left behind: " + folder + ": " + e.getMessage());
    }
  }

  /** Lets other runs in; what is there stays. */
  @Override
  public void close() {
    try (Heartbeat last = heartbeat) {
      heartbeat = null;
    } catch (IOException e) {
      // It is as if this run had died: in two minutes nobody believes that it is alive.
    }
  }
}

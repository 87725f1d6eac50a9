package org.splicespark.spark;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamException;
import java.io.OutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.apache.hadoop.util.functional.FutureIO;
import org.splicespark.error.InputException;

/**
 * The folder in which a run keeps its finished parts until all are there. A part's files are
 * written under their attempt's own names, and count once a note names them: so a task that dies,
 * or runs twice, leaves nothing that counts. The folder is one run's as long as it is alive, and
 * nothing in it is called as an earlier run's would be: so what that one's tasks still write does
 * not count either, unless this run resumes it.
 *
 * @param <R> what is known of a part
 */
public final class PartStore<R extends PartStore.Result> implements Serializable, AutoCloseable {
  private static final long serialVersionUID = 1L;
  private static final String PLAN = "plan";
  private static final String DONE = ".done";
  private static final String RUN = "run-";
  private static final int READERS = 32;

  /** A part that is written. */
  public interface Result extends Serializable {
    int part();

    /** Names of its files, and their lengths in bytes. */
    Map<String, Long> files();
  }

  private final HadoopFiles files;
  private final String folder;

  /** Of the run that began, and of all that resumed it. */
  private String begun = "";

  /** Of this run alone. */
  private String run = "";

  private transient Heartbeat heartbeat;

  public PartStore(HadoopFiles files, String folder) {
    this.files = files;
    this.folder = folder;
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

  private String done(int part) {
    return String.format(Locale.ROOT, "part-%06d.%s", part, begun) + DONE;
  }

  private boolean isNote(String name) {
    return name.matches("part-[0-9]+\\." + begun + "\\" + DONE);
  }

  /**
   * Makes a part count. One that counts already stays as it is, and this one's files go: those who
   * read the first need not look out for a slower copy of its task.
   *
   * @param attempt tells apart those who write the same part
   * @return the part that counts
   */
  public R commit(R result, long attempt) throws IOException {
    Optional<R> before = finished(result.part());
    if (before.isPresent()) {
      for (String name : result.files().keySet()) {
        files.delete(file(name));
      }
      return before.get();
    }
    keep(done(result.part()), result, attempt);
    return result;
  }

  /** Makes a part count whose files are the same, names and bytes, whoever writes them. */
  public void note(R result, long attempt) throws IOException {
    keep(done(result.part()), result, attempt);
  }

  private void keep(String name, Serializable kept, long attempt) throws IOException {
    String own = name + "." + attempt(attempt);
    try (ObjectOutputStream out = new ObjectOutputStream(create(own))) {
      out.writeObject(kept);
    }
    files.rename(file(own), file(name));
  }

  private Object kept(String name) throws IOException {
    try (ObjectInputStream in = new ObjectInputStream(open(name))) {
      return in.readObject();
    } catch (ClassNotFoundException | ObjectStreamException | EOFException | RuntimeException e) {
      throw ofAnotherVersion(e);
    }
  }

  private InputException ofAnotherVersion(Exception cause) {
    return new InputException(
        folder + ": parts of another version, or damaged ones; run without --resume", cause);
  }

  /**
   * What was decided by the run that began, or is now: how the input was cut, for one.
   *
   * @param planner decides where no run did
   */
  @SuppressWarnings("unchecked")
  public <T extends Serializable> T decided(String name, Planner<T> planner) throws IOException {
    if (files.exists(file(name))) {
      return (T) kept(name);
    }
    T planned = planner.plan();
    keep(name, planned, 0);
    return planned;
  }

  /** Decides something. */
  @FunctionalInterface
  public interface Planner<T> {
    T plan() throws IOException;
  }

  /** What is known of a part if an earlier run finished it, and it is still whole. */
  public Optional<R> finished(int part) throws IOException {
    return files.exists(file(done(part)))
        ? Optional.of(noted(done(part))).filter(this::isWhole)
        : Optional.empty();
  }

  private boolean isWhole(R result) {
    return result.files().entrySet().stream().allMatch(one -> has(one.getKey(), one.getValue()));
  }

  private boolean has(String name, long bytes) {
    try {
      return files.exists(file(name)) && files.status(file(name)).getLen() == bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * All parts that an earlier or this run finished and that are still whole, in their order. The
   * folder is listed once, and notes are read side by side: there may be tens of thousands, far
   * away.
   */
  public List<R> finished() throws IOException {
    Map<String, Long> lengths = files.lengths(folder);
    List<String> notes = lengths.keySet().stream().filter(this::isNote).sorted().toList();
    if (notes.isEmpty()) {
      return List.of();
    }
    ExecutorService readers = Executors.newFixedThreadPool(Math.min(READERS, notes.size()));
    try {
      List<Future<R>> read = new ArrayList<>();
      notes.forEach(note -> read.add(readers.submit(() -> noted(note))));
      List<R> finished = new ArrayList<>();
      for (Future<R> one : read) {
        finished.add(FutureIO.awaitFuture(one));
      }
      finished.removeIf(
          one ->
              !one.files().entrySet().stream()
                  .allMatch(file -> file.getValue().equals(lengths.get(file.getKey()))));
      return finished;
    } finally {
      readers.shutdownNow();
    }
  }

  @SuppressWarnings("unchecked")
  private R noted(String note) throws IOException {
    return (R) kept(note);
  }

  /** Parts that an earlier or this run finished. */
  public int countFinished() throws IOException {
    return (int) files.list(folder).stream().filter(this::isNote).count();
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

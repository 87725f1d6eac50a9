package org.splicespark.spark;

import java.io.EOFException;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.hadoop.util.functional.FutureIO;
import org.splicespark.error.InputException;

/**
 * The folder in which a run keeps its finished parts until all are there. A part's files are
 * written under their attempt's own names, and count once a note names them: so a task that dies,
 * or runs twice, leaves nothing that counts.
 *
 * @param <R> what is known of a part
 */
public final class PartStore<R extends PartStore.Result> extends RunFolder {
  private static final long serialVersionUID = 1L;
  private static final String DONE = ".done";
  private static final int READERS = 32;

  /** A part that is written. */
  public interface Result extends Serializable {
    int part();

    /** Names of its files, and their lengths in bytes. */
    Map<String, Long> files();
  }

  public PartStore(HadoopFiles files, String folder) {
    super(files, folder);
  }

  private String done(int part) {
    return String.format(Locale.ROOT, "part-%06d.%s", part, begunAs()) + DONE;
  }

  private boolean isNote(String name) {
    return name.matches("part-[0-9]+\\." + begunAs() + "\\" + DONE);
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
        ? noted(done(part)).filter(this::isWhole)
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
    Map<String, Long> lengths = files.lengths(folder());
    List<String> notes = lengths.keySet().stream().filter(this::isNote).sorted().toList();
    if (notes.isEmpty()) {
      return List.of();
    }
    ExecutorService readers = Executors.newFixedThreadPool(Math.min(READERS, notes.size()));
    try {
      List<Future<Optional<R>>> read = new ArrayList<>();
      notes.forEach(note -> read.add(readers.submit(() -> noted(note))));
      List<R> finished = new ArrayList<>();
      for (Future<Optional<R>> one : read) {
        FutureIO.awaitFuture(one).ifPresent(finished::add);
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

  /**
   * None if the note was cut off, by a machine that lost its power for one: the part is made again.
   */
  @SuppressWarnings("unchecked")
  private Optional<R> noted(String note) throws IOException {
    try {
      return Optional.of((R) kept(note));
    } catch (InputException damaged) {
      return Optional.empty();
    }
  }

  /** Parts that an earlier or this run finished. */
  public int countFinished() throws IOException {
    return (int) files.list(folder()).stream().filter(this::isNote).count();
  }
}

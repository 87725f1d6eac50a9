package org.splicespark.spark;

import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.splicespark.error.InputException;
import org.splicespark.io.vcf.VcfSplit;

/**
 * The folder in which a run keeps its finished parts until all are there. A part is written under
 * its attempt's own name and renamed when whole, so that a task that dies, or runs twice, leaves
 * nothing that counts.
 */
final class PartStore implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String PLAN = "plan";
  private static final String SPLITS = "splits";
  private static final String DONE = ".done";
  private static final Pattern FINISHED = Pattern.compile("part-([0-9]+)\\.done");

  private final HadoopFiles files;
  private final String folder;

  PartStore(HadoopFiles files, String folder) {
    this.files = files;
    this.folder = folder;
  }

  /**
   * Makes the folder ready.
   *
   * @param plan all that the parts depend on
   * @param resume keep what an earlier run of the same plan finished
   * @throws InputException if the folder cannot be written, or holds parts of another plan
   */
  void prepare(String plan, boolean resume) {
    try {
      if (resume && files.exists(file(PLAN))) {
        requireSame(plan);
        return;
      }
      files.delete(folder);
      files.makeFolder(folder);
      try (OutputStream out = files.system(folder).create(HadoopFiles.path(file(PLAN)), true)) {
        out.write(plan.getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new InputException(folder + ": cannot be written: " + e.getMessage(), e);
    }
  }

  private void requireSame(String plan) throws IOException {
    try (InputStream in = open(PLAN)) {
      String before = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      List<String> now = plan.lines().toList();
      Optional<String> changed = before.lines().filter(line -> !now.contains(line)).findFirst();
      if (!before.equals(plan)) {
        throw new InputException(
            folder
                + ": cannot resume, this is not the run that was interrupted; it had "
                + changed.orElse("less")
                + "; run again without --resume");
      }
    }
  }

  OutputStream create(String name) throws IOException {
    return files.system(folder).create(HadoopFiles.path(file(name)), true);
  }

  InputStream open(String name) throws IOException {
    return files.system(folder).open(HadoopFiles.path(file(name)));
  }

  /** Where a file of the folder is, for who must name it. */
  String file(String name) {
    return folder + "/" + name;
  }

  /**
   * Makes a part count: its bytes first, then what is known of it. A part that counts already stays
   * as it is: the same part by a slower copy of its task must not come between its readers.
   */
  void commit(PartResult result, String attempt) throws IOException {
    if (finished(result.part()).isPresent()) {
      files.delete(file(attempt));
      return;
    }
    files.rename(file(attempt), file(result.name()));
    String done = attempt + DONE;
    try (ObjectOutputStream out = new ObjectOutputStream(create(done))) {
      out.writeObject(result);
    }
    files.rename(file(done), file(result.name() + DONE));
  }

  /**
   * The splits that the parts are of: those of the run that began, or these.
   *
   * @param planned makes them where none began
   */
  List<VcfSplit> splits(Planner planned) throws IOException {
    if (files.exists(file(SPLITS))) {
      try (ObjectInputStream in = new ObjectInputStream(open(SPLITS))) {
        return List.of((VcfSplit[]) in.readObject());
      } catch (ClassNotFoundException e) {
        throw new InputException(folder + ": parts of another version; run without --resume", e);
      }
    }
    List<VcfSplit> splits = planned.plan();
    try (ObjectOutputStream out = new ObjectOutputStream(create(SPLITS + ".tmp"))) {
      out.writeObject(splits.toArray(VcfSplit[]::new));
    }
    files.rename(file(SPLITS + ".tmp"), file(SPLITS));
    return splits;
  }

  /** Cuts the input. */
  @FunctionalInterface
  interface Planner {
    List<VcfSplit> plan() throws IOException;
  }

  /** What is known of a part if an earlier run finished it, and it is still whole. */
  Optional<PartResult> finished(int part) throws IOException {
    String done = PartResult.name(part) + DONE;
    if (!files.exists(file(done))) {
      return Optional.empty();
    }
    try (ObjectInputStream in = new ObjectInputStream(open(done))) {
      PartResult result = (PartResult) in.readObject();
      return Optional.of(result).filter(this::isWhole);
    } catch (ClassNotFoundException e) {
      throw new InputException(folder + ": parts of another version; run without --resume", e);
    }
  }

  private boolean isWhole(PartResult result) {
    String bytes = file(result.name());
    try {
      return files.exists(bytes) && files.status(bytes).getLen() == result.summary().bytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Parts that an earlier or this run finished. */
  int countFinished() throws IOException {
    return numbers().size();
  }

  /**
   * Numbers of the parts that were finished, in their order; whether they are whole is not seen.
   */
  List<Integer> numbers() throws IOException {
    return files.list(folder).stream()
        .map(FINISHED::matcher)
        .filter(Matcher::matches)
        .map(name -> Integer.valueOf(name.group(1)))
        .sorted()
        .toList();
  }

  void delete() throws IOException {
    files.delete(folder);
  }
}

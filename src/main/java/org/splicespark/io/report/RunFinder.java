package org.splicespark.io.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.splicespark.error.InputException;

/**
 * Finds what commands left, by the names that they give to it. A file that the user named must be
 * what its name says; one that merely lies in a folder may be another program's, or broken, and is
 * left out.
 *
 * @param key where VCFs have their scores; empty to look for it
 * @param wanted how many of a VCF's strongest alleles are to be listed
 * @param leftOut takes the names of files that are left out, each with the reason
 */
record RunFinder(Optional<String> key, int wanted, Consumer<String> leftOut) {

  /**
   * The runs in a folder and below it, or the one that a file is of.
   *
   * @throws InputException if there are none, or a file that was named is not what its name says
   */
  List<ShownRun> find(Path asked) throws IOException {
    // A folder called "." has no name, and what lies beside it cannot be told from its path.
    Path path = asked.toAbsolutePath().normalize();
    if (!Files.exists(path)) {
      throw new InputException(asked + ": no such file or folder");
    }
    RunReader reader = new RunReader(new RunNames(path), new VcfReader(key, wanted));
    return Files.isDirectory(path)
        ? below(asked, path, reader)
        : List.of(ShownRun.of(reader.named(path)));
  }

  private List<ShownRun> below(Path asked, Path folder, RunReader reader) throws IOException {
    List<String> unused = new ArrayList<>();
    List<ShownRun> runs = new ArrayList<>();
    for (Path file : candidates(folder, unused)) {
      try {
        reader.found(file).map(ShownRun::of).ifPresent(runs::add);
      } catch (InputException e) {
        unused.add(shortened(e.getMessage(), folder));
      }
    }
    if (runs.isEmpty()) {
      throw nothing(asked, unused);
    }
    unused.forEach(leftOut);
    return runs;
  }

  /** A folder of shards has its manifest beside it, not in it. */
  private static List<Path> candidates(Path folder, List<String> unused) throws IOException {
    List<Path> files = new ArrayList<>();
    Path beside = RunReader.manifestOf(folder);
    if (Files.isRegularFile(beside)) {
      files.add(beside);
    }
    FolderFiles below = FolderFiles.of(folder);
    below.unreadable().forEach(why -> unused.add(shortened(why, folder)));
    files.addAll(below.files());
    return files;
  }

  /** Names as they are below what was asked for; a page may be read on another machine. */
  private static String shortened(String why, Path folder) {
    String beside = folder.getParent() + "/";
    return why.replace(folder + "/", "").replace(beside, "");
  }

  private static InputException nothing(Path asked, List<String> unused) {
    if (unused.isEmpty()) {
      return new InputException(
          asked
              + ": nothing in it that a command of splicespark leaves (a VCF with scores,"
              + " manifest.json, training.json, calibration.json)");
    }
    String more = unused.size() == 1 ? "" : " (and " + (unused.size() - 1) + " more)";
    return new InputException(asked + ": nothing in it that can be used: " + unused.get(0) + more);
  }
}

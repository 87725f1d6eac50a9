package org.splicespark.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.splicespark.cli.options.ModelNames;
import org.splicespark.error.InputException;
import org.splicespark.io.WholeFile;
import org.splicespark.spark.training.TrainReport;

/** The folder that {@code variant -m} takes: the best checkpoint of each member, by its name. */
record EnsembleFolder(ModelNames names) {

  Path path() {
    return names.ensemble();
  }

  /**
   * @param replace whether checkpoints of this ensemble may be replaced
   * @throws InputException if there are some that may not, or some of another ensemble: all in the
   *     folder would be taken as one
   */
  void requireFree(boolean replace) throws IOException {
    List<String> there = checkpoints();
    Optional<String> foreign = there.stream().filter(name -> !isOurs(name)).findFirst();
    if (foreign.isPresent()) {
      throw new InputException(
          path()
              + ": holds another ensemble's "
              + foreign.get()
              + "; give another --output-dir, or move it away");
    }
    if (!there.isEmpty() && !replace) {
      throw new InputException(
          path() + ": has models already; give --resume to go on, or --overwrite to replace them");
    }
  }

  /** Makes the folder hold these members and no others. */
  void fill(Map<Long, TrainReport> members) throws IOException {
    Files.createDirectories(path());
    for (Map.Entry<Long, TrainReport> member : members.entrySet()) {
      try (WholeFile file = WholeFile.create(path().resolve(file(member.getKey())))) {
        Files.copy(member.getValue().best(), file.stream());
        file.finish();
      }
    }
    Set<String> wanted = members.keySet().stream().map(this::file).collect(Collectors.toSet());
    for (String name : checkpoints()) {
      if (isOurs(name) && !wanted.contains(name)) {
        Files.delete(path().resolve(name));
      }
    }
  }

  private String file(long seed) {
    return names.model(seed) + ".pt";
  }

  private boolean isOurs(String name) {
    return name.matches(Pattern.quote(names.family()) + "_rs-?\\d+\\.pt");
  }

  private List<String> checkpoints() throws IOException {
    if (!Files.isDirectory(path())) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(path())) {
      return all.map(file -> file.getFileName().toString())
          .filter(name -> name.matches(".*\\.pth?"))
          .sorted()
          .toList();
    }
  }
}

package org.splicespark.djl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.splicespark.error.InputException;
import org.splicespark.model.WeightFormat;

/**
 * Which files of a directory are members of an ensemble. Their names decide; none is opened. A
 * member is a regular file whose name does not begin with a dot and is that of a model: {@code
 * .pt}, {@code .pth}, {@code .v2}, Pangolin's {@code final.R.H.3}, or one of another format's.
 *
 * <p>All members are of one kind, PyTorch's if there are any, else those of the first other format
 * that has some: data sets lie beside checkpoints as {@code .h5}, and an ensemble that was also
 * frozen into one {@code .pb} must not count twice.
 *
 * @param others formats beside PyTorch's
 */
record MemberFiles(List<WeightFormat> others) {

  /**
   * Sorted by name.
   *
   * @throws InputException if there is none
   */
  List<Path> in(Path directory) {
    List<Path> models = models(directory);
    List<Path> torch = models.stream().filter(file -> isTorch(name(file))).toList();
    return Stream.concat(
            Stream.of(torch),
            others.stream()
                .map(format -> models.stream().filter(f -> format.covers(name(f))).toList()))
        .filter(files -> !files.isEmpty())
        .findFirst()
        .orElseThrow(
            () ->
                new InputException(
                    directory
                        + ": the directory has no .pt, .pth, .h5 or .pb file, nor Pangolin's"
                        + " final.*.v2"));
  }

  /** Whether a file of this name can be a member, whatever lies beside it. */
  boolean canBe(String name) {
    return !name.startsWith(".")
        && (isTorch(name) || others.stream().anyMatch(format -> format.covers(name)));
  }

  private List<Path> models(Path directory) {
    try (Stream<Path> all = Files.list(directory)) {
      return all.filter(file -> canBe(name(file)) && Files.isRegularFile(file))
          .sorted(Comparator.comparing(MemberFiles::name))
          .toList();
    } catch (UncheckedIOException e) {
      throw ModelFile.unreadable(directory, e.getCause());
    } catch (IOException e) {
      throw ModelFile.unreadable(directory, e);
    }
  }

  private static boolean isTorch(String name) {
    return name.matches(".*\\.(pth?|v2)") || PangolinNames.isFileName(name);
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }
}

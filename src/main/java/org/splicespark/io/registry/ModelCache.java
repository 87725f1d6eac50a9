package org.splicespark.io.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.splicespark.error.InputException;

/** The folder of fetched models on this machine: a folder per family. */
public record ModelCache(Path folder) {
  /** Names the folder, in the environment. */
  public static final String VARIABLE = "SPLICESPARK_MODELS";

  /**
   * The folder that the environment gives, else the user's cache folder as XDG has it.
   *
   * @param environment variables by name
   * @param home of the user
   */
  public static ModelCache of(Map<String, String> environment, Path home) {
    String own = environment.getOrDefault(VARIABLE, "");
    if (!own.isBlank()) {
      return new ModelCache(Path.of(own));
    }
    Path xdg = Path.of(environment.getOrDefault("XDG_CACHE_HOME", ""));
    // A relative one is to be ignored, says the specification.
    Path caches = xdg.isAbsolute() ? xdg : home.resolve(".cache");
    return new ModelCache(caches.resolve("splicespark").resolve("models"));
  }

  /** Where a file belongs, whether it is there or not. */
  public Path place(PublishedFamily family, PublishedFile file) {
    return folder.resolve(family.name()).resolve(file.file());
  }

  /** Where what a name stands for belongs: a member's file, or the folder of the others. */
  public Path place(NamedModels named) {
    Path family = folder.resolve(named.family().name());
    return switch (named.kind()) {
      case MEMBER -> family.resolve(named.files().get(0).file());
      case ENSEMBLE -> family.resolve(named.files().get(0).folder());
      case FAMILY -> family;
    };
  }

  /** The published file whose place this is. */
  public Optional<PublishedFile> at(Path path, ModelManifest known) {
    Path wanted = path.toAbsolutePath().normalize();
    return known.families().stream()
        .flatMap(
            family ->
                family.files().stream()
                    .filter(
                        file -> place(family, file).toAbsolutePath().normalize().equals(wanted)))
        .findFirst();
  }

  /** Those of its files that are here. */
  public List<PublishedFile> present(NamedModels named) {
    return named.files().stream()
        .filter(file -> Files.isRegularFile(place(named.family(), file)))
        .toList();
  }

  /**
   * A member's file or an ensemble's folder, as it is read: complete, and with no other model in
   * it.
   *
   * @param isModel whether a file of this name would be taken for a member
   * @throws InputException if some of it is not here, or has not the length it should have, or if
   *     the folder has another file that would be taken for a member
   */
  public Path complete(NamedModels named, Predicate<String> isModel) {
    int here = present(named).size();
    if (here < named.files().size()) {
      String missing =
          here == 0
              ? ": is not fetched yet"
              : ": " + here + " of its " + named.files().size() + " files are fetched";
      throw new InputException(
          named.name() + missing + "; splicespark models fetch " + named.name());
    }
    named.files().forEach(file -> requireLength(file, place(named.family(), file)));
    Path place = place(named);
    if (named.kind() == NamedModels.Kind.ENSEMBLE) {
      requireNoOther(named, place, isModel);
    }
    return place;
  }

  private static void requireLength(PublishedFile file, Path path) {
    try {
      if (file.bytes() != null && Files.size(path) != file.bytes()) {
        throw new InputException(
            path
                + ": is not "
                + file.name()
                + " any more; splicespark models fetch "
                + file.name());
      }
    } catch (IOException e) {
      throw new InputException(path + ": cannot be read", e);
    }
  }

  private static void requireNoOther(NamedModels named, Path place, Predicate<String> isModel) {
    Set<String> ours =
        named.files().stream().map(PublishedFile::fileName).collect(Collectors.toSet());
    try (Stream<Path> all = Files.list(place)) {
      all.filter(Files::isRegularFile)
          .map(path -> path.getFileName().toString())
          .filter(name -> isModel.test(name) && !ours.contains(name))
          .findFirst()
          .ifPresent(
              name -> {
                throw new InputException(
                    place.resolve(name) + ": is no part of " + named.name() + "; move it away");
              });
    } catch (IOException | UncheckedIOException e) {
      throw new InputException(place + ": cannot be read", e);
    }
  }
}

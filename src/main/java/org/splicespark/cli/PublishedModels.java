package org.splicespark.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.splicespark.cli.options.RegistryOptions;
import org.splicespark.djl.CheckpointFiles;
import org.splicespark.error.InputException;
import org.splicespark.io.registry.ManifestReader;
import org.splicespark.io.registry.ModelCache;
import org.splicespark.io.registry.ModelManifest;
import org.splicespark.io.registry.NamedModels;
import org.splicespark.io.registry.PublishedFile;
import org.splicespark.model.Family;
import org.splicespark.model.ModelSource;
import org.splicespark.model.ModelSource.Member;

/** The models of a command line by their path, or by the name under which they were fetched. */
final class PublishedModels {
  private PublishedModels() {}

  /** Whether a file is called as files of weights are. */
  static boolean isModelFile(String name) {
    return CheckpointFiles.isMember(name, ScoringModels.FORMATS);
  }

  /**
   * What is at a path wins over a name. Nothing is fetched: a run should not begin to wait for
   * somebody's server.
   *
   * @return a file, or a folder of an ensemble
   * @throws InputException if it is nowhere, or was not fetched
   */
  static Path local(String name, Workplace workplace) {
    return local(name, ManifestReader.builtIn(), workplace);
  }

  /** The same, of other published models. */
  static Path local(String name, ModelManifest known, Workplace workplace) {
    if (name.contains(":/") || Files.exists(Path.of(name))) {
      return workplace.local(name);
    }
    Optional<NamedModels> named = known.find(name);
    if (named.isPresent()) {
      return fetched(named.get());
    }
    if (name.contains("/") || isModelFile(name) || Workplace.isSubmitted()) {
      return workplace.local(name);
    }
    throw new InputException(
        "%s: no such file or folder, and no published model; the nearest are %s (splicespark models list)"
            .formatted(name, String.join(", ", known.nearest(name))));
  }

  private static Path fetched(NamedModels named) {
    if (named.kind() == NamedModels.Kind.FAMILY) {
      throw new InputException(
          "%s: has several ensembles; give one of %s"
              .formatted(
                  named.name(),
                  String.join(", ", named.ensembles().stream().map(e -> e.name()).toList())));
    }
    return RegistryOptions.usualCache().complete(named, PublishedModels::isModelFile);
  }

  /**
   * That what was read is what was published, as far as that is known: of files in the cache, by
   * their places; and of Pangolin's wherever they lie, whose names say which of eight tissues and
   * usages they are for. The files of a family have one length, so that does not tell.
   *
   * @param place of the file, or the folder, that was read
   * @throws InputException at the first that is another
   */
  static void requirePublished(
      Path place, ModelSource read, ModelManifest known, ModelCache cache) {
    for (Member member : read.members()) {
      // A file of several networks numbers them behind its name.
      String name = member.name().replaceFirst("#\\d+$", "");
      Path file = Files.isDirectory(place) ? place.resolve(name) : place;
      cache.at(file, known).ifPresent(published -> requireSame(file, member, published));
      if (read.family() == Family.PANGOLIN) {
        known
            .withDigest(member.sha256())
            .ifPresent(published -> requireName(file, name, published));
      }
    }
  }

  private static void requireSame(Path file, Member member, PublishedFile published) {
    if (published.digest().stream().anyMatch(d -> !d.equalsIgnoreCase(member.sha256()))) {
      throw new InputException(
          "%s: is not %s any more; splicespark models fetch %s"
              .formatted(file, published.name(), published.name()));
    }
  }

  /** The replicate's number may be another: it means nothing. */
  private static void requireName(Path file, String name, PublishedFile published) {
    if (!behindReplicate(name).equals(behindReplicate(published.fileName()))) {
      throw new InputException(
          "%s: is %s under the name of another network; call it %s as published"
              .formatted(file, published.name(), published.fileName()));
    }
  }

  private static String behindReplicate(String name) {
    return name.replaceFirst("^final\\.[0-9]+\\.", "");
  }
}

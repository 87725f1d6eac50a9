package org.splicespark.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.splicespark.cli.options.RegistryOptions;
import org.splicespark.error.InputException;
import org.splicespark.io.registry.ManifestReader;
import org.splicespark.io.registry.ModelManifest;
import org.splicespark.io.registry.NamedModels;

/** The models of a command line by their path, or by the name under which they were fetched. */
final class PublishedModels {
  /** What files of weights are called. */
  private static final Pattern FILE = Pattern.compile(".*\\.(pth?|h5|pb|v2)");

  private PublishedModels() {}

  /** Whether a file is called as files of weights are. */
  static boolean isModelFile(String name) {
    return FILE.matcher(name).matches();
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
    return RegistryOptions.usualCache().complete(named);
  }
}

package org.splicespark.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.splicespark.cli.options.RegistryOptions;
import org.splicespark.error.InputException;
import org.splicespark.io.registry.ModelCache;
import org.splicespark.io.registry.ModelManifest;
import org.splicespark.io.registry.NamedModels;
import org.splicespark.io.registry.PublishedFile;
import org.splicespark.io.registry.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code splicespark models verify}: whether files are what was published. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Compares files with the published digests, and says which published model each is. Ends with 3 if"
          + " one is missing, has other bytes, or is none that was published.",
      ""
    })
final class ModelsVerifyCommand implements Callable<Integer> {
  private static final String WRONG = "WRONG";
  private static final List<List<String>> NOTHING = List.of(List.of("nothing was fetched yet"));

  private final PrintStream out;
  private final List<List<String>> rows = new ArrayList<>();
  private int wrong;

  @Parameters(
      arity = "0..*",
      paramLabel = "NAME|PATH",
      description = "Fetched models by name, or files and folders. Default: all that was fetched.")
  private List<String> what = List.of();

  @Mixin private RegistryOptions registry;

  ModelsVerifyCommand(PrintStream out) {
    this.out = out;
  }

  @Override
  public Integer call() {
    ModelManifest manifest = registry.manifest();
    ModelCache cache = registry.cache();
    if (what.isEmpty()) {
      manifest
          .ensembles()
          .forEach(named -> cache.present(named).forEach(file -> compare(named, file)));
    }
    for (String each : what) {
      if (Files.exists(Path.of(each))) {
        requireSome(each, files(Path.of(each))).forEach(file -> identify(manifest, cache, file));
      } else {
        NamedModels named = registry.find(manifest, each);
        named.files().forEach(file -> compare(named, file));
      }
    }
    new TextTable(rows.isEmpty() ? NOTHING : rows).print(out);
    if (wrong > 0) {
      throw new InputException(
          "%d of %d files %s not what was published"
              .formatted(wrong, rows.size(), wrong == 1 ? "is" : "are"));
    }
    return 0;
  }

  private static List<Path> requireSome(String name, List<Path> files) {
    if (files.isEmpty()) {
      throw new InputException(name + ": has no file of weights in it");
    }
    return files;
  }

  private void compare(NamedModels named, PublishedFile file) {
    Path path = registry.cache().place(named.family(), file);
    Verdict verdict = Verdict.of(file, path);
    switch (verdict) {
      case GOOD -> row("ok", path, file.name());
      case UNKNOWN -> unchecked(path, file);
      case DIFFERENT -> row(WRONG, path, "other bytes than " + file.name());
      case MISSING -> row(WRONG, path, "missing: splicespark models fetch " + file.name());
    }
  }

  /** Names that nobody published are the user's own business; those of other models are not. */
  private void identify(ModelManifest manifest, ModelCache cache, Path path) {
    List<PublishedFile> same = manifest.allWithDigest(Verdict.sha256(path));
    String name = path.getFileName().toString();
    Optional<PublishedFile> place = cache.at(path, manifest);
    boolean called =
        place.isPresent()
            ? same.contains(place.get())
            : same.stream().anyMatch(file -> file.fileName().equals(name))
                || !manifest.isFileName(name);
    if (same.isEmpty() && place.isPresent() && place.get().digest().isEmpty()) {
      unchecked(path, place.get());
    } else if (same.isEmpty()) {
      row(WRONG, path, "no published model");
    } else if (called) {
      row("ok", path, place.orElse(same.get(0)).name());
    } else {
      row(WRONG, path, "mismatch: " + same.get(0).name() + " under the name of another model");
    }
  }

  private void unchecked(Path path, PublishedFile file) {
    row("unchecked", path, file.name() + " by its place; no digest of it is known");
  }

  private void row(String verdict, Path path, String says) {
    rows.add(List.of(verdict, path.toString(), says));
    wrong += verdict.equals(WRONG) ? 1 : 0;
  }

  /** A file, or those of a folder and the folders in it that are called as models are. */
  private static List<Path> files(Path path) {
    try (Stream<Path> all = Files.walk(path)) {
      return all.filter(Files::isRegularFile)
          .filter(
              file ->
                  file.equals(path) || PublishedModels.isModelFile(file.getFileName().toString()))
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw new InputException(path + ": cannot be read, or a folder in it", e);
    }
  }
}

package org.splicespark.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.splicespark.cli.options.RegistryOptions;
import org.splicespark.error.InputException;
import org.splicespark.io.registry.Licence;
import org.splicespark.io.registry.ModelDownload;
import org.splicespark.io.registry.NamedModels;
import org.splicespark.io.registry.PublishedFile;
import org.splicespark.io.registry.Verdict;
import org.splicespark.io.registry.Web;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code splicespark models fetch}: brings files here. */
@Command(
    name = "fetch",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Downloads published models from where they were published, and checks their digests. What was"
          + " interrupted is gone on with; what is here already is not fetched again. Proxies are those of"
          + " Java's system properties, else of HTTPS_PROXY, HTTP_PROXY and NO_PROXY.",
      ""
    })
final class ModelsFetchCommand implements Callable<Integer> {
  private final PrintStream out;
  private final PrintStream err;

  @Parameters(
      paramLabel = "NAME",
      description = "A name of splicespark models list, a member's, or a family's for all of it.")
  private String name;

  @Option(
      names = "--to",
      paramLabel = "DIR",
      description = "Put the files of an ensemble, or a member's, there, not into the cache.")
  private Path to;

  @Option(
      names = "--overwrite",
      description = "Replace files of --to that have the names of the models' and other bytes.")
  private boolean overwrite;

  @Option(
      names = {"--accept-license", "--accept-licence"},
      description = "You have read a licence that restricts use, and agree to it.")
  private boolean accepted;

  @Option(
      names = "--unverified",
      description = "Take files whose digest is not known: whatever the server sends.")
  private boolean unverified;

  @Mixin private RegistryOptions registry;

  ModelsFetchCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() {
    NamedModels named = registry.find(registry.manifest(), name);
    requirePossible(named);
    requireNothingOfTheUsers(named);
    requireAccepted(named.family().licence());
    ProgressLine progress = new ProgressLine(err);
    ModelDownload download = new ModelDownload(registry.web(), progress);
    for (PublishedFile file : named.files()) {
      Path place = place(named, file);
      boolean there = download.fetch(file, place) == ModelDownload.Outcome.WAS_THERE;
      progress.finished(
          file.name() + (there ? ": was there" : ": fetched") + digestIfUnknown(file, place));
    }
    out.println(place(named));
    return 0;
  }

  private Path place(NamedModels named, PublishedFile file) {
    return to == null ? registry.cache().place(named.family(), file) : to.resolve(file.fileName());
  }

  private Path place(NamedModels named) {
    if (to == null) {
      return registry.cache().place(named);
    }
    return named.kind() == NamedModels.Kind.MEMBER ? place(named, named.files().get(0)) : to;
  }

  /** What is in the cache is ours; elsewhere a file may be the user's own. */
  private void requireNothingOfTheUsers(NamedModels named) {
    for (PublishedFile file : named.files()) {
      Path place = place(named, file);
      if (to != null && !overwrite && Verdict.of(file, place) == Verdict.DIFFERENT) {
        throw new InputException(
            place
                + ": is there, with other bytes than "
                + file.name()
                + "; --overwrite replaces it");
      }
    }
  }

  private static String digestIfUnknown(PublishedFile file, Path place) {
    return file.digest().isPresent() ? "" : ", unverified, SHA-256 " + Verdict.sha256(place);
  }

  private void requirePossible(NamedModels named) {
    if (to != null && named.ensembles().size() > 1) {
      List<String> names = named.ensembles().stream().map(e -> e.name()).toList();
      throw registry.usage("--to takes one ensemble: one of " + String.join(", ", names));
    }
    for (PublishedFile file : named.files()) {
      if (file.address().isEmpty()) {
        throw new InputException(
            "%s: no address of its file is known; see %s, and give -m its path"
                .formatted(file.name(), named.family().page()));
      }
      Web.address(file.name(), file.address().get());
      if (file.digest().isEmpty() && !unverified) {
        throw registry.usage(
            "%s: no digest of it is known, so what comes cannot be checked; --unverified takes it as it is"
                .formatted(file.name()));
      }
    }
  }

  private void requireAccepted(Licence licence) {
    if (licence.restrictsUse() && !accepted) {
      throw registry.usage(
          "%s is under %s; if you agree, add --accept-license".formatted(name, licence.line()));
    }
    err.println("Licence: " + licence.line());
  }
}

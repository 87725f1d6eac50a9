package org.splicespark.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.splicespark.cli.options.RegistryOptions;
import org.splicespark.io.registry.ModelCache;
import org.splicespark.io.registry.NamedModels;
import org.splicespark.io.registry.PublishedEnsemble;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code splicespark models list}: a row for each ensemble. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Every published model that is known. A licence with a star restricts use. The last column is the"
          + " folder if all members are here, or how many are.",
      ""
    })
final class ModelsListCommand implements Callable<Integer> {
  private final PrintStream out;

  @Mixin private RegistryOptions registry;

  ModelsListCommand(PrintStream out) {
    this.out = out;
  }

  @Override
  public Integer call() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("name", "family", "species", "flank", "members", "licence", "here"));
    for (NamedModels named : registry.manifest().ensembles()) {
      rows.add(row(named, registry.cache()));
    }
    new TextTable(rows).print(out);
    return 0;
  }

  private static List<String> row(NamedModels named, ModelCache cache) {
    PublishedEnsemble ensemble = named.ensembles().get(0);
    boolean restricted = named.family().licence().restrictsUse();
    return List.of(
        named.name(),
        named.family().name(),
        ensemble.species(),
        String.valueOf(ensemble.flank()),
        String.valueOf(ensemble.models().size()),
        named.family().licence().name() + (restricted ? "*" : ""),
        here(named, cache));
  }

  /** Where its files are. */
  static String here(NamedModels named, ModelCache cache) {
    int present = cache.present(named).size();
    if (present == named.files().size()) {
      return cache.place(named).toString();
    }
    return present == 0 ? "-" : present + " of " + named.files().size();
  }
}

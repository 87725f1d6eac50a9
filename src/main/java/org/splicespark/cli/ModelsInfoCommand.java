package org.splicespark.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.splicespark.cli.options.RegistryOptions;
import org.splicespark.io.registry.NamedModels;
import org.splicespark.io.registry.PublishedEnsemble;
import org.splicespark.io.registry.PublishedFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code splicespark models info}: all that the manifest says. */
@Command(
    name = "info",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Origin, licence, files, digests and addresses of a family, an ensemble or one model.",
      ""
    })
final class ModelsInfoCommand implements Callable<Integer> {
  private final PrintStream out;

  @Parameters(
      paramLabel = "NAME",
      description = "A name of splicespark models list, or a member's.")
  private String name;

  @Mixin private RegistryOptions registry;

  ModelsInfoCommand(PrintStream out) {
    this.out = out;
  }

  @Override
  public Integer call() {
    NamedModels named = registry.find(registry.manifest(), name);
    String flanks =
        String.join(", ", named.ensembles().stream().map(e -> String.valueOf(e.flank())).toList());
    List<List<String>> facts = new ArrayList<>();
    facts.add(List.of("name", named.name()));
    facts.add(List.of("family", named.family().name()));
    facts.add(List.of("origin", named.family().origin()));
    facts.add(List.of("page", named.family().page()));
    facts.add(List.of("species", species(named)));
    facts.add(List.of("flank", flanks));
    facts.add(List.of("licence", named.family().licence().line()));
    facts.add(List.of("here", ModelsListCommand.here(named, registry.cache())));
    facts.add(List.of("place", registry.cache().place(named).toString()));
    new TextTable(facts).print(out);
    out.println();
    List<List<String>> files = new ArrayList<>();
    files.add(List.of("model", "seed", "bytes", "sha256", "from"));
    named.files().forEach(file -> files.add(row(file)));
    new TextTable(files).print(out);
    return 0;
  }

  private static String species(NamedModels named) {
    return String.join(
        ", ", named.ensembles().stream().map(PublishedEnsemble::species).distinct().toList());
  }

  private static List<String> row(PublishedFile file) {
    return List.of(
        file.name(),
        file.seed() == null ? "-" : file.seed().toString(),
        file.bytes() == null ? "-" : file.bytes().toString(),
        file.digest().orElse("-"),
        file.address().orElse("-"));
  }
}

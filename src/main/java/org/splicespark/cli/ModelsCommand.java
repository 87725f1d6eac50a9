package org.splicespark.cli;

import picocli.CommandLine.Command;

/** {@code splicespark models}: what others published. */
@Command(
    name = "models",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Published models: which there are, under which licences, and bringing them here. What was fetched"
          + " is given to -m by its name.",
      "",
      "Example:",
      "  splicespark models fetch openspliceai-mane-10000",
      "  splicespark variant -m openspliceai-mane-10000 ...",
      ""
    },
    subcommands = {
      ModelsListCommand.class,
      ModelsInfoCommand.class,
      ModelsFetchCommand.class,
      ModelsVerifyCommand.class
    })
final class ModelsCommand {}

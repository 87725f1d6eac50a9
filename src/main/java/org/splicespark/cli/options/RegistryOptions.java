package org.splicespark.cli.options;

import java.nio.file.Path;
import java.util.Map;
import org.splicespark.io.registry.ManifestReader;
import org.splicespark.io.registry.ModelCache;
import org.splicespark.io.registry.ModelManifest;
import org.splicespark.io.registry.NamedModels;
import org.splicespark.io.registry.Patience;
import org.splicespark.io.registry.Web;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which published models there are, and where they lie on this machine. */
public final class RegistryOptions {
  /** A system property that is as good as the variable. */
  private static final String PROPERTY = "splicespark.models";

  @Option(
      names = "--manifest",
      paramLabel = "FILE|URL",
      description = "Another list of published models than the one of this program.")
  private String manifest;

  @Option(
      names = "--cache",
      paramLabel = "DIR",
      description = {
        "Folder of fetched models. Default: the variable SPLICESPARK_MODELS, else splicespark/models in"
            + " XDG_CACHE_HOME, else in ~/.cache. -m looks there, by the variable."
      })
  private Path cache;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  /** Where models lie when no option says otherwise. */
  public static ModelCache usualCache() {
    String property = System.getProperty(PROPERTY);
    return property == null
        ? ModelCache.of(System.getenv(), Path.of(System.getProperty("user.home")))
        : ModelCache.of(Map.of(ModelCache.VARIABLE, property), Path.of("/"));
  }

  public ModelCache cache() {
    return cache == null ? usualCache() : new ModelCache(cache);
  }

  /**
   * @throws org.splicespark.error.InputException if the one given cannot be read
   */
  public ModelManifest manifest() {
    return manifest == null ? ManifestReader.builtIn() : ManifestReader.read(manifest, web());
  }

  public Web web() {
    return Web.of(System.getenv(), Patience.USUAL);
  }

  /**
   * What a name stands for.
   *
   * @throws ParameterException if for nothing
   */
  public NamedModels find(ModelManifest known, String name) {
    return known
        .find(name)
        .orElseThrow(
            () ->
                usage(
                    "no published model is called "
                        + name
                        + "; the nearest are "
                        + String.join(", ", known.nearest(name))));
  }

  public ParameterException usage(String message) {
    return new Mistakes(command).usage(message);
  }
}

package org.splicespark.io.registry;

import java.util.List;

/**
 * What a name of the manifest stands for.
 *
 * @param ensembles those that it names, or whose member it names
 * @param files all of them, or the one
 */
public record NamedModels(
    String name,
    Kind kind,
    PublishedFamily family,
    List<PublishedEnsemble> ensembles,
    List<PublishedFile> files) {

  /** How much of a family a name stands for. */
  public enum Kind {
    FAMILY,
    ENSEMBLE,
    MEMBER
  }

  static NamedModels of(PublishedFamily family) {
    return new NamedModels(family.name(), Kind.FAMILY, family, family.ensembles(), family.files());
  }

  static NamedModels of(PublishedFamily family, PublishedEnsemble ensemble) {
    return new NamedModels(
        ensemble.name(), Kind.ENSEMBLE, family, List.of(ensemble), ensemble.models());
  }

  static NamedModels of(PublishedFamily family, PublishedEnsemble ensemble, PublishedFile file) {
    return new NamedModels(file.name(), Kind.MEMBER, family, List.of(ensemble), List.of(file));
  }
}

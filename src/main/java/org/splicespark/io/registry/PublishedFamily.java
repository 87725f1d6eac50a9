package org.splicespark.io.registry;

import java.util.List;

/**
 * What one project published.
 *
 * @param origin in words
 * @param page where the project describes it
 */
public record PublishedFamily(
    String name, String origin, String page, Licence licence, List<PublishedEnsemble> ensembles) {

  /** The files of all ensembles. */
  public List<PublishedFile> files() {
    return ensembles.stream().flatMap(ensemble -> ensemble.models().stream()).toList();
  }
}

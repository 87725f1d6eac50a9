package org.splicespark.io.registry;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * The published models that are known, by their names. A name means an ensemble, a member of one,
 * or a whole family, looked for in this order.
 */
public record ModelManifest(List<PublishedFamily> families) {
  private static final int NEAREST = 3;

  /** What a name stands for; empty if for nothing. */
  public Optional<NamedModels> find(String name) {
    return everything().filter(named -> named.name().equals(name)).findFirst();
  }

  /** Every ensemble, in the manifest's order. */
  public List<NamedModels> ensembles() {
    return families.stream()
        .flatMap(family -> family.ensembles().stream().map(e -> NamedModels.of(family, e)))
        .toList();
  }

  /** The file that has this digest. */
  public Optional<PublishedFile> withDigest(String sha256) {
    return allWithDigest(sha256).stream().findFirst();
  }

  /** The same, should one file be published under several names. */
  public List<PublishedFile> allWithDigest(String sha256) {
    return files().filter(file -> sha256.equalsIgnoreCase(file.sha256())).toList();
  }

  /** Whether some published file is called so. */
  public boolean isFileName(String name) {
    return files().anyMatch(file -> file.fileName().equals(name));
  }

  private Stream<PublishedFile> files() {
    return families.stream().flatMap(family -> family.files().stream());
  }

  /** The few known names that are most like one that is not known, the most like first. */
  public List<String> nearest(String name) {
    String wanted = name.toLowerCase(Locale.ROOT);
    LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
    // Of names that are equally far, the one that begins alike.
    JaroWinklerSimilarity likeness = new JaroWinklerSimilarity();
    return everything()
        .map(NamedModels::name)
        .distinct()
        .sorted(
            Comparator.comparing((String known) -> distance.apply(wanted, known))
                .thenComparing(known -> -likeness.apply(wanted, known)))
        .limit(NEAREST)
        .toList();
  }

  private Stream<NamedModels> everything() {
    Stream<NamedModels> members =
        families.stream()
            .flatMap(
                family ->
                    family.ensembles().stream()
                        .flatMap(e -> e.models().stream().map(m -> NamedModels.of(family, e, m))));
    return Stream.of(ensembles().stream(), members, families.stream().map(NamedModels::of))
        .flatMap(each -> each);
  }
}

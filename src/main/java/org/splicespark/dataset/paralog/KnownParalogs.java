package org.splicespark.dataset.paralog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Paralogs that a table names, as CI-SpliceAI takes them from Ensembl.
 *
 * @param ofGene the paralogs of each gene that has any, by identifiers without version
 */
public record KnownParalogs(Map<String, Set<String>> ofGene) {
  private static final Pattern ENSEMBL_VERSION = Pattern.compile("(ENS[A-Z]*\\d+)\\.\\d+");

  /** Which paralogs cost a held-out gene its place. */
  public enum Rule {
    /** Those that the network is trained on. */
    AMONG_TRAINING,
    /** Any, wherever they are: CI-SpliceAI's rule. */
    ANYWHERE
  }

  /**
   * An Ensembl identifier without its version: ENSG00000139618.15 is ENSG00000139618. Others stay
   * as they are: the last number of a worm's Y74C9A.3 is no version.
   */
  public static String unversioned(String id) {
    var matcher = ENSEMBL_VERSION.matcher(id);
    return matcher.matches() ? matcher.group(1) : id;
  }

  /**
   * The held-out genes that have a paralog, in their order, each with the first by name.
   *
   * @param heldOut identifiers, with or without version
   * @param train identifiers, with or without version
   */
  public List<KnownParalog> among(Collection<String> heldOut, Collection<String> train, Rule rule) {
    Set<String> trained =
        train.stream().map(KnownParalogs::unversioned).collect(Collectors.toSet());
    List<KnownParalog> found = new ArrayList<>();
    for (String gene : heldOut) {
      Set<String> paralogs = new TreeSet<>(ofGene.getOrDefault(unversioned(gene), Set.of()));
      if (rule == Rule.AMONG_TRAINING) {
        paralogs.retainAll(trained);
      }
      paralogs.stream().findFirst().ifPresent(first -> found.add(new KnownParalog(gene, first)));
    }
    return found;
  }

  /** Those of some genes that have a paralog, wherever it is. */
  public Set<String> having(Collection<String> genes) {
    return genes.stream()
        .filter(gene -> ofGene.containsKey(unversioned(gene)))
        .collect(Collectors.toSet());
  }
}

package org.splicespark.genome;

import java.io.Serializable;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where the names of one file's contigs meet those of another's: {@code 1} and {@code chr1} are one
 * contig, and so are {@code M}, {@code MT}, {@code chrM} and {@code chrMT}. A name that is there as
 * it stands is always preferred.
 */
public final class ContigNames implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Map<String, String> exact = new HashMap<>();
  private final Map<String, String> bare = new HashMap<>();

  /**
   * @param names the names of the file whose names are wanted as answers
   */
  public ContigNames(Collection<String> names) {
    for (String name : names) {
      exact.put(name, name);
      bare.putIfAbsent(bare(name), name);
    }
  }

  /**
   * This file's name for a contig that another file calls {@code name}; empty if it has no such
   * contig.
   */
  public Optional<String> find(String name) {
    String same = exact.get(name);
    return Optional.ofNullable(same != null ? same : bare.get(bare(name)));
  }

  private static String bare(String name) {
    String stem = name.regionMatches(true, 0, "chr", 0, 3) ? name.substring(3) : name;
    return stem.equals("MT") ? "M" : stem;
  }
}

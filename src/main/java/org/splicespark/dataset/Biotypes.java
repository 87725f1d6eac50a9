package org.splicespark.dataset;

import java.util.Set;

/** Which genes are wanted, by what the annotation calls their biotype. */
public enum Biotypes {
  PROTEIN_CODING(Set.of("protein_coding")),
  NON_CODING(Set.of("lncRNA", "ncRNA")),
  ALL(Set.of());

  private final Set<String> names;

  Biotypes(Set<String> names) {
    this.names = names;
  }

  /** True if a gene of this biotype is wanted; empty text for an annotation that does not say. */
  public boolean include(String biotype) {
    return this == ALL || names.contains(biotype);
  }
}

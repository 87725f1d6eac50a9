package org.splicespark.variant;

import java.io.Serializable;

/**
 * In which genes an allele is scored, and what the network sees around them.
 *
 * @param every an entry for every gene; otherwise, for each ALT, the one with the largest score
 * @param outside keep the bases outside the gene; otherwise they are hidden
 * @param intergenic score both strands where no gene is
 * @param name what a gene is called
 */
public record GeneChoice(boolean every, boolean outside, boolean intergenic, Name name)
    implements Serializable {

  /** Every gene, nothing of its surroundings, nothing without a gene. */
  public static final GeneChoice EVERY = new GeneChoice(true, false, false, Name.SYMBOL);

  /** What a gene is called. */
  public enum Name {
    /** What people call it. */
    SYMBOL,
    /** The annotation's identifier. */
    ID
  }
}

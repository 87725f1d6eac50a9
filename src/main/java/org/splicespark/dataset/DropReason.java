package org.splicespark.dataset;

/** Why a gene of the annotation gives no training data. */
public enum DropReason {
  WITHOUT_TRANSCRIPT("no transcript with exons, or spliced together from two places"),
  OTHER_CONTIG("on a contig that the genome does not have"),
  UNUSED_CONTIG("on a contig that is in no split"),
  OTHER_BIOTYPE("not of the biotype asked for"),
  UNKNOWN_BIOTYPE("the annotation does not say its biotype"),
  UNTAGGED("no transcript tagged MANE Select, Ensembl canonical or RefSeq Select"),
  OVERLAPPING_EXONS("exons of one transcript overlap"),
  WITHOUT_JUNCTION("no intron in any isoform"),
  PARALOG("a paralog is in the training set");

  private final String meaning;

  DropReason(String meaning) {
    this.meaning = meaning;
  }

  public String meaning() {
    return meaning;
  }
}

package org.splicespark.variant;

/** Why an allele has no score. The names are what {@code <KEY>_STATUS} says. */
public enum SkipReason {
  BAD_RECORD("the line is no VCF record"),
  CONTIG_UNKNOWN("the reference has no such contig"),
  NO_ALT("the record has no alternate allele"),
  SYMBOLIC("symbolic allele or breakend"),
  STAR("allele missing because of an overlapping deletion"),
  IUPAC(
      "REF or ALT has a letter other than A, C, G, T, N (Pangolin: or none of A, C, G, T in upper case)"),
  NO_GENE("no gene of the annotation overlaps"),
  REF_MISMATCH("REF is not what the reference has there"),
  ALT_TOO_LONG("ALT has more than 100,000 bases"),
  CONTIG_END("the window leaves the contig (rules of SpliceAI and Pangolin)"),
  REF_TOO_LONG("REF is longer than the window allows (rules of SpliceAI and Pangolin)"),
  MNV("REF and ALT both have several bases (rules of SpliceAI)"),
  DELINS("REF and ALT both have several bases, not equally many (rules of Pangolin)"),
  LATER_ALT("not the record's first ALT, and Pangolin's format names none"),
  FAILED("scoring failed: an error of the program, its text is kept beside the output");

  private final String meaning;

  SkipReason(String meaning) {
    this.meaning = meaning;
  }

  /** One line for the summary. */
  public String meaning() {
    return meaning;
  }
}

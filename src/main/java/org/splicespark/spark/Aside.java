package org.splicespark.spark;

/** What a run keeps beside its output, where there is any: of each part first, and then of all. */
enum Aside {
  /**
   * The records whose scoring failed, with the reasons in INFO: a VCF, for who mends the program,
   * and for scoring them again then.
   */
  FAILED(".failed", ".failed.vcf"),

  /** The lines that are no record: what is wrong with each, a tab, and the line. */
  BAD_LINES(".bad", ".bad-lines.txt");

  private final String partSuffix;
  private final String suffix;

  Aside(String partSuffix, String suffix) {
    this.partSuffix = partSuffix;
    this.suffix = suffix;
  }

  /** The name of a part's file. */
  String ofPart(String part) {
    return part + partSuffix;
  }

  /** What stands behind the output's name. */
  String suffix() {
    return suffix;
  }
}

package org.splicespark.io.bed;

/** The text of a column that comes from an annotation, which may have anything in its names. */
final class BedName {
  private BedName() {}

  /** The name without what would end a column or a row: spaces stand there instead. */
  static String of(String name) {
    return name.replaceAll("\\p{Cntrl}", " ");
  }
}

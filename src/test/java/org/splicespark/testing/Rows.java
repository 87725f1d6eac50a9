package org.splicespark.testing;

import java.util.stream.Collectors;

/** Rows of an annotation as a test writes them: blanks for tabs. */
public final class Rows {
  private Rows() {}

  /** The first eight runs of blanks of each row become tabs; comments stay as they are. */
  public static String tabbed(String text) {
    return text.lines()
        .map(line -> line.startsWith("#") ? line : String.join("\t", line.split(" +", 9)))
        .collect(Collectors.joining("\n", "", "\n"));
  }
}

package org.splicespark.variant;

/** What became of one alternate allele in one gene. */
public sealed interface Outcome {

  /** The alternate allele as the record spells it; "." if the record has none. */
  String alt();

  /** The gene's name, or a strand's sign; empty where neither is concerned. */
  String symbol();

  /** It has scores. */
  record Scored(String alt, String symbol, Score score) implements Outcome {}

  /** It has none, and this is why. */
  record Skipped(String alt, String symbol, SkipReason reason) implements Outcome {}
}

package org.splicespark.variant;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.splicespark.model.Channels.Meaning;
import org.splicespark.model.Family;
import org.splicespark.variant.GeneChoice.Name;
import org.splicespark.variant.InfoField.Layout;

/**
 * Everything that a published program does by default, in one word. The one table of defaults: what
 * holds without a word is its first row.
 */
public enum Profile {
  /** What holds where none is named. */
  SPLICESPARK(
      null,
      0,
      new InfoField("OpenSpliceAI", 2, false),
      new ScoringParameters(50, false, Rules.OWN, GeneChoice.EVERY, List.of())),
  /** OpenSpliceAI 0.0.7. */
  OPENSPLICEAI(
      Family.OPENSPLICEAI,
      0,
      deltas("OpenSpliceAI", "OpenSpliceAI"),
      new ScoringParameters(50, false, Rules.COMPAT, GeneChoice.EVERY, List.of())),
  /** SpliceAI 1.3.1. */
  SPLICEAI(
      Family.SPLICEAI,
      10_000,
      deltas("SpliceAI", "SpliceAI"),
      new ScoringParameters(50, false, Rules.COMPAT, GeneChoice.EVERY, List.of())),
  /** CI-SpliceAI 1.2. */
  CI_SPLICEAI(
      Family.CI_SPLICEAI,
      10_000,
      deltas("CISpliceAI", "CI-SpliceAI"),
      new ScoringParameters(
          1000, false, Rules.CI_SPLICEAI, new GeneChoice(false, false, true, Name.ID), List.of())),
  /** Pangolin 1.0. */
  PANGOLIN(
      Family.PANGOLIN,
      10_000,
      new InfoField("Pangolin", 2, true, Layout.GENE_CHANGES, "Pangolin splice scores"),
      new ScoringParameters(
          50, true, Rules.PANGOLIN, new GeneChoice(true, true, false, Name.ID), List.of()));

  private final Family family;
  private final int flank;
  private final InfoField info;
  private final ScoringParameters scoring;

  Profile(Family family, int flank, InfoField info, ScoringParameters scoring) {
    this.family = family;
    this.flank = flank;
    this.info = info;
    this.scoring = scoring;
  }

  private static InfoField deltas(String key, String name) {
    return new InfoField(key, 2, true, Layout.DELTAS, name + " variant annotation");
  }

  /** Whose networks the program has; empty if it is for all. */
  public Optional<Family> family() {
    return Optional.ofNullable(family);
  }

  /** The flank of the program's networks; empty if it has several. */
  public OptionalInt flank() {
    return flank == 0 ? OptionalInt.empty() : OptionalInt.of(flank);
  }

  /** What networks must answer. */
  public Meaning answers() {
    return scoring.rules().answers();
  }

  public InfoField info() {
    return info;
  }

  public ScoringParameters scoring() {
    return scoring;
  }

  /** As it is typed. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

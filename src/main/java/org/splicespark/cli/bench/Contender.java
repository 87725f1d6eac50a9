package org.splicespark.cli.bench;

import org.splicespark.variant.ScorerKind;

/** What is measured. */
public enum Contender {
  INCREMENTAL(ScorerKind.INCREMENTAL),
  WINDOW(ScorerKind.WINDOW),
  /** Whole windows as the published programs compute them, padded with zeros. */
  PUBLISHED(ScorerKind.WINDOW);

  private final ScorerKind scorer;

  Contender(ScorerKind scorer) {
    this.scorer = scorer;
  }

  ScorerKind scorer() {
    return scorer;
  }
}

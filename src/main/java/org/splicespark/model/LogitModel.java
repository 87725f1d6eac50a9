package org.splicespark.model;

/** What a single network says before the softmax. Safe for several threads. */
@FunctionalInterface
public interface LogitModel {

  /**
   * @param batch N x 4 x L, L greater than the flank
   * @return N x 3 x (L - flank), row-major, channels as in {@link SiteType}; their softmax is what
   *     {@link SpliceModel#score} answers
   */
  float[] logits(Batch batch);
}

package org.splicespark.dataset;

/** A gene that gives no training data, and why; the run goes on without it. */
final class DroppedGene extends Exception {
  private static final long serialVersionUID = 1L;

  private final DropReason reason;

  DroppedGene(DropReason reason) {
    super(reason.meaning(), null, false, false);
    this.reason = reason;
  }

  DropReason reason() {
    return reason;
  }
}

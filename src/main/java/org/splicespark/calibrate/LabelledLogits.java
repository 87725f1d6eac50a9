package org.splicespark.calibrate;

import java.io.Serializable;
import org.splicespark.model.SiteType;

/**
 * What a network says of some sequences before the softmax, and what is true.
 *
 * <p>A place behind a gene's end (label 3) counts as one that is neither: so the published program
 * has it, whose label of an all-zero row is the first class.
 *
 * @param count N sequences
 * @param logits N x 3 x L, row-major, channels as in {@link SiteType}
 * @param labels N x L, row-major: 0 neither, 1 acceptor, 2 donor, 3 behind the gene's end
 */
public record LabelledLogits(int count, float[] logits, byte[] labels) implements Serializable {
  static final int CLASSES = SiteType.values().length;

  public LabelledLogits {
    if (count < 1 || labels.length % count != 0 || logits.length != CLASSES * labels.length) {
      throw new IllegalArgumentException(
          logits.length + " logits for " + labels.length + " labels of " + count + " sequences");
    }
  }

  /** Looks at one place. */
  @FunctionalInterface
  interface Visitor {
    /**
     * @param scaled logits times the factors of a temperature; the array is used again
     * @param logits as they are; the array is used again
     * @param label 0 neither, 1 acceptor, 2 donor
     */
    void place(double[] logits, double[] scaled, int label);
  }

  /** Shows all places in their order. */
  void visit(Temperature temperature, Visitor visitor) {
    double[] factors = temperature.factors();
    double[] here = new double[CLASSES];
    double[] scaled = new double[CLASSES];
    int length = labels.length / count;
    for (int i = 0; i < labels.length; i++) {
      // A sequence's three rows follow each other; this is the place in the first.
      int first = i / length * CLASSES * length + i % length;
      for (int c = 0; c < CLASSES; c++) {
        here[c] = logits[first + c * length];
        scaled[c] = factors[c] * here[c];
      }
      visitor.place(here, scaled, labels[i] < CLASSES ? labels[i] : 0);
    }
  }
}

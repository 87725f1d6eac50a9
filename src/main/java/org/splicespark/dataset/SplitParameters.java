package org.splicespark.dataset;

import java.io.Serializable;
import java.util.List;

/**
 * How contigs, and the genes on them, are dealt out to training, validation and test.
 *
 * @param method what decides where the lists below leave it open
 * @param trainShare share of the genome's bases for training and validation, with {@link
 *     Method#RANDOM}
 * @param validationShare share of the training genes that validate, where no contig is named for it
 * @param testOnly whether only a test set is wanted
 * @param named contigs that the user put into a split
 * @param seed of all that is random
 */
public record SplitParameters(
    Method method,
    double trainShare,
    double validationShare,
    boolean testOnly,
    Named named,
    long seed)
    implements Serializable {
  public static final double TRAIN_SHARE = 0.8;
  public static final double VALIDATION_SHARE = 0.1;
  public static final long SEED = 42;

  /** What decides about contigs that the user does not name. */
  public enum Method {
    /** Contigs in random order, into the test set until it has its share of the bases. */
    RANDOM,
    /** As SpliceAI's authors split human chromosomes: 1, 3, 5, 7 and 9 test. */
    HUMAN
  }

  /** Contigs by name, in the genome's or the other common spelling. */
  public record Named(List<String> train, List<String> validation, List<String> test)
      implements Serializable {
    public static final Named NONE = new Named(List.of(), List.of(), List.of());

    public Named {
      train = List.copyOf(train);
      validation = List.copyOf(validation);
      test = List.copyOf(test);
    }

    /** True if the user named none. */
    public boolean isEmpty() {
      return train.isEmpty() && validation.isEmpty() && test.isEmpty();
    }
  }

  public SplitParameters {
    if (!(trainShare >= 0 && trainShare <= 1 && validationShare >= 0 && validationShare <= 1)) {
      throw new IllegalArgumentException("shares are between 0 and 1");
    }
  }
}

package org.splicespark.spark;

import java.io.Serializable;
import org.splicespark.genome.Genome;

/**
 * How an executor gets at the bases. Each task calls it; the genome is the executor's, so it must
 * be safe for threads, and the task does not close it.
 */
@FunctionalInterface
public interface GenomeOpener extends Serializable {

  /** The genome of this JVM, opened by the first to ask. */
  Genome open();
}

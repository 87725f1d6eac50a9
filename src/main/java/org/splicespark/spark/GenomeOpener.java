package org.splicespark.spark;

import java.io.Serializable;
import org.splicespark.genome.Genome;

/**
 * How a task comes to the genome, wherever it runs. The genome is the executor's: safe for threads,
 * and not closed by the task.
 */
@FunctionalInterface
public interface GenomeOpener extends Serializable {
  Genome open();
}

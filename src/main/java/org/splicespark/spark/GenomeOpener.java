package org.splicespark.spark;

import java.io.Serializable;
import org.splicespark.genome.Genome;

/** How a task comes to the genome, wherever it runs. What it opens is shared and not closed. */
@FunctionalInterface
public interface GenomeOpener extends Serializable {
  Genome open();
}

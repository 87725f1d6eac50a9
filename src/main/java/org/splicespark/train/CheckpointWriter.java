package org.splicespark.train;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import org.splicespark.model.Flank;

/** Writes the weights of a state as a file that other programs load. */
@FunctionalInterface
public interface CheckpointWriter extends Serializable {
  /** The stream is left open. */
  void write(OutputStream target, TrainingState state, Flank flank) throws IOException;
}

package org.splicespark.spark.survey;

import java.io.Serializable;
import java.util.Optional;
import org.splicespark.model.Compute;

/** Runs a network once, wherever it is called; the port through which native libraries are seen. */
@FunctionalInterface
public interface NetworkProbe extends Serializable {

  /**
   * What came of it. Does not throw: what goes wrong is what is asked for.
   *
   * @param compute as a task would have it: a device, and threads
   */
  Answer look(Compute compute);

  /** The folder to which the native library is unpacked here; empty for one that is not. */
  default Optional<String> unpacksTo() {
    return Optional.empty();
  }

  /**
   * What came of it.
   *
   * @param device on which it ran, or was to
   * @param gpus that the native library sees; -1 where it could not be loaded
   * @param millis that one call took, once the library was loaded and the weights were there
   * @param problem in one line; empty where the answer was right
   */
  record Answer(String device, int gpus, long millis, String problem) implements Serializable {}
}

package org.splicespark.djl;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.splicespark.error.InputException;
import org.splicespark.train.TrainingState;

/** What a published checkpoint tells a trainer: weights, statistics and counts, but no moments. */
final class CheckpointState {
  private CheckpointState() {}

  /**
   * @param file its name, for messages
   * @throws InputException if it is not the checkpoint of such a network; says what differs
   */
  static TrainingState read(String file, byte[] content) {
    Checkpoint checkpoint = Checkpoint.read(file, content);
    StateDict dict = StateDict.read(file, content);
    Map<String, float[]> tensors = new LinkedHashMap<>();
    checkpoint.names().forEach(name -> tensors.put(name, checkpoint.values(name)));
    Map<String, Long> counters = new LinkedHashMap<>();
    try {
      for (String name : ParameterNames.counters(checkpoint.flank())) {
        counters.put(name, counted(dict, name));
      }
    } catch (MalformedCheckpoint e) {
      throw new InputException(file + ": " + e.getMessage(), e);
    }
    return new TrainingState(
        Collections.unmodifiableMap(tensors),
        Collections.unmodifiableMap(counters),
        Map.of(),
        Map.of(),
        0);
  }

  /** Batches that a normalisation has seen; 0 where the file does not say. */
  private static long counted(StateDict dict, String name) {
    long[] counted = dict.tensor(name).map(Tensor::longs).orElse(new long[1]);
    if (counted.length != 1 || counted[0] < 0) {
      throw new MalformedCheckpoint(name + " is no count");
    }
    return counted[0];
  }
}

package org.splicespark.spark.training;

import java.io.Serializable;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.splicespark.model.Compute;
import org.splicespark.train.TrainingParameters;
import org.splicespark.train.TrainingState;

/**
 * What a resumed training must have in common with the one before.
 *
 * @param train files and their lengths
 * @param validation likewise; empty for none
 * @param test likewise
 * @param compute another device, or number of threads, adds up in another order
 * @param firstWeights a digest of the weights that the training began with
 */
record TrainingBasis(
    TrainingParameters parameters,
    Compute compute,
    Map<String, Long> train,
    Map<String, Long> validation,
    Map<String, Long> test,
    int firstWeights)
    implements Serializable {

  static TrainingBasis of(TrainRequest request) {
    return new TrainingBasis(
        request.parameters(),
        request.compute(),
        request.train().lengths(),
        lengths(request.validation()),
        lengths(request.test()),
        digest(request.first()));
  }

  private static Map<String, Long> lengths(Optional<DatasetFiles> files) {
    return files.map(DatasetFiles::lengths).orElseGet(LinkedHashMap::new);
  }

  private static int digest(TrainingState state) {
    int digest = 1;
    for (Map.Entry<String, float[]> tensor : state.tensors().entrySet()) {
      digest = 31 * digest + tensor.getKey().hashCode();
      digest = 31 * digest + java.util.Arrays.hashCode(tensor.getValue());
    }
    return digest;
  }

  /** Names of what differs from another, in words for the user; empty if they are the same. */
  List<String> differences(TrainingBasis other) {
    List<String> different = new ArrayList<>();
    compare(parameters, other.parameters, different);
    compare(this, other, different);
    different.remove("parameters");
    return different;
  }

  private static void compare(Record one, Record other, List<String> different) {
    for (RecordComponent component : one.getClass().getRecordComponents()) {
      if (!Objects.equals(value(component, one), value(component, other))) {
        different.add(component.getName());
      }
    }
  }

  private static Object value(RecordComponent component, Record of) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(of);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}

package org.splicespark.spark.training;

import java.io.Serializable;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.splicespark.model.Compute;
import org.splicespark.train.TrainingParameters;
import org.splicespark.train.TrainingState;

/**
 * What a resumed training must have in common with the one before.
 *
 * @param train the files' stamps: names, lengths, times of change
 * @param validation likewise; empty for none
 * @param test likewise
 * @param compute another device, or number of threads, adds up in another order
 * @param firstWeights a digest of the weights that the training began with
 */
record TrainingBasis(
    TrainingParameters parameters,
    Compute compute,
    List<String> train,
    List<String> validation,
    List<String> test,
    int firstWeights)
    implements Serializable {

  static TrainingBasis of(TrainRequest request) {
    return new TrainingBasis(
        request.parameters(),
        request.compute(),
        request.train().stamps(),
        stamps(request.validation()),
        stamps(request.test()),
        digest(request.first()));
  }

  private static List<String> stamps(Optional<DatasetFiles> files) {
    return files.map(DatasetFiles::stamps).orElse(List.of());
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

  /**
   * A file of the data that is not what it was, in words that follow "it had".
   *
   * @param before the basis of the training that was cut off
   * @return empty if the files are the same
   */
  Optional<String> changedSince(TrainingBasis before) {
    return firstOf(before.files(), files())
        .or(() -> firstOf(files(), before.files()).map(added -> "no " + added));
  }

  private List<String> files() {
    return Stream.of(train, validation, test).flatMap(List::stream).toList();
  }

  private static Optional<String> firstOf(List<String> files, List<String> without) {
    return files.stream().filter(file -> !without.contains(file)).findFirst();
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

package org.splicespark.spark.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.splicespark.error.InputException;
import org.splicespark.spark.InputStamp;

/** The data of a training, which reads them again and again for hours: they must not change. */
record WatchedData(List<DatasetFiles> sets) {

  static WatchedData of(TrainRequest request) {
    return new WatchedData(
        Stream.of(Optional.of(request.train()), request.validation(), request.test())
            .flatMap(Optional::stream)
            .toList());
  }

  /**
   * @throws InputException if a file is not what it was when the training's request was made
   */
  void requireUnchanged() throws IOException {
    for (DatasetFiles set : sets) {
      Optional<String> changed = changed(set);
      if (changed.isPresent()) {
        throw new InputException(
            "an input changed while it was read; it was " + changed.get() + "; run again");
      }
    }
  }

  /** Side by side: there may be hundreds of files, far away. */
  private static Optional<String> changed(DatasetFiles set) throws IOException {
    InputStamp stamp = new InputStamp(set.files());
    try {
      return set.shards().parallelStream()
          .filter(shard -> !now(stamp, shard).equals(shard.stamp()))
          .map(DatasetFiles.Shard::stamp)
          .findFirst();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static String now(InputStamp stamp, DatasetFiles.Shard shard) {
    try {
      return stamp.of(shard.file());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * After a failure.
   *
   * @throws InputException if the data changed, which is why then
   */
  void requireUnchangedAfter(Exception failure) {
    try {
      requireUnchanged();
    } catch (InputException changed) {
      throw new InputException(changed.getMessage(), failure);
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }
}

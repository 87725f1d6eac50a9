package org.splicespark.spark.prediction;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.splicespark.spark.PartStore;

/**
 * What a task has written of all files.
 *
 * @param part number of its run of tiles
 * @param contents one for each file
 */
record PredictPart(int part, List<PartContent> contents) implements PartStore.Result {

  @Override
  public Map<String, Long> files() {
    Map<String, Long> files = new HashMap<>();
    contents.forEach(content -> files.putAll(content.files()));
    return files;
  }
}

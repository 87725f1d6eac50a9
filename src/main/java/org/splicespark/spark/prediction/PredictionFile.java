package org.splicespark.spark.prediction;

import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import org.splicespark.spark.PartStore;

/** A file of the output, or a folder that counts as one: written in parts by tasks, then joined. */
public interface PredictionFile extends Serializable {

  /** In the output folder. */
  String name();

  /**
   * Opens a task's part.
   *
   * @param part what the part's files begin with
   */
  PartSink open(PartStore<?> store, String part) throws IOException;

  /**
   * Makes the complete file under its name in the run's folder.
   *
   * @param parts in the order of the output
   */
  PredictReport.Written join(PartStore<?> store, List<PartContent> parts) throws IOException;
}

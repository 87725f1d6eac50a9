package org.splicespark.model;

import java.io.Serializable;

/** How an executor turns a source into a model it can run; travels with the job. */
@FunctionalInterface
public interface ModelOpener extends Serializable {

  /**
   * @param source the ensemble
   * @param compute where it is to run
   */
  SpliceModel open(ModelSource source, Compute compute);
}

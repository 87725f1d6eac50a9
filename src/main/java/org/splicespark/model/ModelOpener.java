package org.splicespark.model;

import java.io.Serializable;

/** How an executor turns a source into a model it can run; travels with the job. */
@FunctionalInterface
public interface ModelOpener extends Serializable {

  /**
   * @param device {@code cpu}, or {@code cuda:N} with the address that the scheduler gave
   * @param threads threads that one call may use on a CPU
   */
  SpliceModel open(ModelSource source, String device, int threads);
}

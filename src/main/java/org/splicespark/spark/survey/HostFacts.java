package org.splicespark.spark.survey;

import java.io.Serializable;
import java.util.List;

/**
 * One JVM of a run.
 *
 * @param place {@code driver}, or {@code executor N}
 * @param disks what it writes to beside the run's files
 * @param network null for a JVM in which no network runs
 * @param paths the files of the run, in the order given
 */
public record HostFacts(
    String place,
    Machine machine,
    List<DiskFacts> disks,
    NetworkProbe.Answer network,
    List<PathFacts> paths)
    implements Serializable {

  /**
   * What it runs on.
   *
   * @param host its name
   * @param java version of its Java
   * @param system as {@code Linux amd64}
   * @param heap most bytes of its heap
   * @param memory bytes that the host, or its container, has
   * @param openFiles most files that it may have open; -1 where the host does not say
   */
  public record Machine(
      String host, String java, String system, long heap, long memory, long openFiles)
      implements Serializable {}
}

package org.splicespark.spark.survey;

import java.io.Serializable;

/**
 * A file or folder as one JVM sees it.
 *
 * @param name as it was given
 * @param kind what is there
 * @param readable a file's first byte, or a folder's list, could be read
 * @param writable a file could be made in the folder, or, where nothing is, in the nearest folder
 *     that is; not tried for a file
 * @param free bytes that its file system has left; -1 where it does not say
 * @param problem what went wrong, in one line; empty where nothing did
 */
public record PathFacts(
    String name, Kind kind, boolean readable, boolean writable, long free, String problem)
    implements Serializable {

  /** What a name stands for. */
  public enum Kind {
    FILE,
    FOLDER,
    NOTHING,
    /** Its file system cannot be reached, or does not let us look. */
    UNKNOWN
  }
}

package org.splicespark.io.hdf5;

import java.io.IOException;

/** The raw data of X or Y: one run of bytes for each window. */
interface WindowData {

  /** Windows that are best read at once. */
  int stride();

  /**
   * Reads some windows.
   *
   * @param first 0-based index of the first window
   * @param count number of windows, small enough for an array
   * @return the windows' bytes behind one another
   * @throws RuntimeException of jHDF's if the file is damaged
   */
  byte[] read(long first, int count) throws IOException;
}

package org.splicespark.spark;

import java.io.IOException;

/** An input file as a resumed run must find it again: its name, length and time of change. */
public record InputStamp(HadoopFiles files) {

  /** The name alone if no file of that name is there: standard input, or a file sent by Spark. */
  public String of(String name) throws IOException {
    if (name.equals("-") || !files.exists(name)) {
      return name;
    }
    var status = files.status(name);
    return name + " of " + status.getLen() + " bytes, changed " + status.getModificationTime();
  }
}

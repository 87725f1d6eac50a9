package org.splicespark.io.vcf;

import java.io.IOException;
import java.io.Serializable;

/** A file that can be opened many times and read from any place: the port to a file system. */
public interface ByteSource extends Serializable {

  /** What error messages call the file. */
  String name();

  /** The file's length in bytes, as stored. */
  long length() throws IOException;

  /** Opens the file at its first byte. The caller closes it. */
  ByteInput open() throws IOException;
}

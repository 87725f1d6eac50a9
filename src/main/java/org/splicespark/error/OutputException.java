package org.splicespark.error;

import java.io.IOException;

/**
 * A file cannot be written: no space, no permission, a disk that is gone. The message is one line
 * that names the file. Not the input's fault, and nothing that a stack trace would explain: exit
 * code 1.
 */
public final class OutputException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * @param name the file's
   * @param cause what the file system says
   */
  public OutputException(String name, Throwable cause) {
    super(name + ": cannot be written: " + cause.getMessage(), cause);
  }
}

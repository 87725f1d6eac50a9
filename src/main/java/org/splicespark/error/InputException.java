package org.splicespark.error;

/**
 * The user's input cannot be used: missing, malformed, or at odds with another input. The message
 * is one line that names the file and, where there is one, the line or record, and says what to do.
 * Exit code 3.
 */
public final class InputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public InputException(String message) {
    super(message);
  }

  public InputException(String message, Throwable cause) {
    super(message, cause);
  }
}

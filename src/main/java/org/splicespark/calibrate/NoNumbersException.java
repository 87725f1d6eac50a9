package org.splicespark.calibrate;

/** A network's answers are NaN or infinite: whoever knows its name says whose they are. */
public final class NoNumbersException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NoNumbersException() {
    super("the network's answers are no numbers");
  }
}

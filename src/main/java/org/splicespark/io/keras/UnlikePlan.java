package org.splicespark.io.keras;

/** What is wrong with a Keras model, by those who do not know the file's name. Stays inside. */
final class UnlikePlan extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST = 100;

  UnlikePlan(String reason) {
    super(reason);
  }

  /** A text out of a file that nobody vouches for, fit for one line of a message. */
  static String shown(Object value) {
    String plain = String.valueOf(value).replaceAll("\\p{Cntrl}", "?");
    return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "...";
  }
}

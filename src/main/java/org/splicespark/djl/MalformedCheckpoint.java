package org.splicespark.djl;

/** What is wrong with a checkpoint, by those who do not know the file's name. Stays inside. */
final class MalformedCheckpoint extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST = 100;

  MalformedCheckpoint(String reason) {
    super(reason);
  }

  /** A name out of a file that nobody vouches for, fit for one line of a message. */
  static String shown(String name) {
    String plain = name.replaceAll("\\p{Cntrl}", "?");
    return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "...";
  }
}

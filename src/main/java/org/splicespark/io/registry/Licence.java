package org.splicespark.io.registry;

/**
 * Under which a model's files were published.
 *
 * @param name short, such as GPL-3.0
 * @param url of its text
 * @param restricts what use is not free, in words; null for none
 */
public record Licence(String name, String url, String restricts) {

  /** Whether it must be accepted before files are fetched. */
  public boolean restrictsUse() {
    return restricts != null;
  }

  /** Its name, address and restriction, in one line. */
  public String line() {
    return name + " (" + url + ")" + (restrictsUse() ? ": " + restricts : "");
  }
}

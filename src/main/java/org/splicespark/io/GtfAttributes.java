package org.splicespark.io;

import java.util.ArrayList;
import java.util.List;

/** {@code name "value"; name 7;}, where a name may come more than once. */
record GtfAttributes(String text) implements Attributes {

  @Override
  public List<String> all(String name) {
    List<String> values = new ArrayList<>(1);
    int from = 0;
    while (from < text.length()) {
      while (from < text.length() && Character.isWhitespace(text.charAt(from))) {
        from++;
      }
      int end = end(from);
      int value = from + name.length();
      if (value < end
          && text.startsWith(name, from)
          && Character.isWhitespace(text.charAt(value))) {
        values.add(unquoted(text.substring(value, end).strip()));
      }
      from = end + 1;
    }
    return values;
  }

  /** Where the attribute that begins at {@code from} ends: a semicolon outside quotes. */
  private int end(int from) {
    boolean quoted = false;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      quoted ^= c == '"';
      if (c == ';' && !quoted) {
        return i;
      }
    }
    return text.length();
  }

  private static String unquoted(String value) {
    boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
    return quoted ? value.substring(1, value.length() - 1) : value;
  }
}

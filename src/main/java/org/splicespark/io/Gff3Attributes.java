package org.splicespark.io;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** {@code name=value,value;name=value}, with percent codes for what would separate. */
record Gff3Attributes(String text) implements Attributes {

  @Override
  public List<String> all(String name) {
    List<String> values = new ArrayList<>(1);
    int from = 0;
    while (from < text.length()) {
      int semicolon = text.indexOf(';', from);
      int end = semicolon < 0 ? text.length() : semicolon;
      while (from < end && text.charAt(from) == ' ') {
        from++;
      }
      int value = from + name.length() + 1;
      if (value <= end && text.startsWith(name, from) && text.charAt(value - 1) == '=') {
        for (String part : text.substring(value, end).split(",")) {
          values.add(decoded(part.strip()));
        }
      }
      from = end + 1;
    }
    return values;
  }

  /** Percent codes resolved as UTF-8; a percent sign that starts no code stands for itself. */
  static String decoded(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream decoded = new ByteArrayOutputStream(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      int code = bytes[i] == '%' && i + 2 < bytes.length ? code(bytes[i + 1], bytes[i + 2]) : -1;
      decoded.write(code < 0 ? bytes[i] : code);
      i += code < 0 ? 0 : 2;
    }
    return decoded.toString(StandardCharsets.UTF_8);
  }

  private static int code(byte high, byte low) {
    int first = Character.digit(high, 16);
    int second = Character.digit(low, 16);
    return first < 0 || second < 0 ? -1 : first * 16 + second;
  }
}

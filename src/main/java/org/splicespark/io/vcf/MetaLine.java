package org.splicespark.io.vcf;

/** Structured meta lines of a header: {@code ##INFO=<ID=AC,...>} (VCF 4.x, section 1.4). */
final class MetaLine {

  private MetaLine() {}

  /** The ID of a meta line of this kind; null for any other line. ID may stand at any place. */
  static String id(String line, String kind) {
    String opening = "##" + kind + "=<";
    if (!line.startsWith(opening)) {
      return null;
    }
    boolean quoted = false;
    boolean atKey = true;
    for (int i = opening.length(); i < line.length(); i++) {
      if (atKey && line.startsWith("ID=", i)) {
        return value(line, i + 3);
      }
      char c = line.charAt(i);
      if (c == '"' && line.charAt(i - 1) != '\\') {
        quoted = !quoted;
      }
      atKey = c == ',' && !quoted;
    }
    return null;
  }

  private static String value(String line, int from) {
    int end = from;
    while (end < line.length() && ",>\r\n".indexOf(line.charAt(end)) < 0) {
      end++;
    }
    return line.substring(from, end);
  }

  /** The line itself if it can stand in a header. */
  static String checked(String line) {
    if (!line.startsWith("##") || line.indexOf('\n') >= 0 || line.indexOf('\r') >= 0) {
      throw new IllegalArgumentException("no header line: \"" + line + '"');
    }
    return line;
  }
}

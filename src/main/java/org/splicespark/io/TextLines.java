package org.splicespark.io;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.splicespark.error.InputException;
import org.splicespark.genome.Interval;
import org.splicespark.genome.Strand;

/**
 * A text file of the user's, plain or compressed with gzip or bgzip, read line by line as UTF-8. It
 * knows where it is, so what is wrong with a line is said through it.
 */
public final class TextLines implements AutoCloseable {
  private static final int LONGEST_FAULT = 300;

  private final Path path;
  private final BufferedReader reader;
  private String line;
  private int number;
  private boolean again;

  private TextLines(Path path, BufferedReader reader) {
    this.path = path;
    this.reader = reader;
  }

  public static TextLines open(Path path) {
    if (!Files.exists(path) || Files.isDirectory(path)) {
      throw new InputException("no such file: " + path);
    }
    try {
      InputStream raw = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
      InputStream plain = isGzip(raw) ? new GZIPInputStream(raw, 1 << 16) : raw;
      return new TextLines(
          path, new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8), 1 << 16));
    } catch (IOException e) {
      throw new InputException("cannot read " + path + ": " + e.getMessage(), e);
    }
  }

  private static boolean isGzip(InputStream in) throws IOException {
    in.mark(2);
    boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
    in.reset();
    return gzip;
  }

  Path path() {
    return path;
  }

  /** The current line's number; the first is 1. */
  int number() {
    return number;
  }

  /** The next line without its end, or null after the last. */
  public String next() {
    if (again) {
      again = false;
      return line;
    }
    try {
      line = reader.readLine();
    } catch (IOException e) {
      throw new InputException("cannot read " + path + ": " + e.getMessage(), e);
    }
    number++;
    if (number == 1 && line != null && line.startsWith("\ufeff")) {
      line = line.substring(1);
    }
    return line;
  }

  /** Makes {@link #next} give the current line once more. */
  void unread() {
    again = true;
  }

  public InputException fault(String what) {
    return fault(number, what);
  }

  InputException fault(int lineNumber, String what) {
    // What is wrong is quoted, and may be a line without end.
    String shown = what.length() > LONGEST_FAULT ? what.substring(0, LONGEST_FAULT) + "..." : what;
    return new InputException(path + ", line " + lineNumber + ": " + shown);
  }

  int integer(String text, String what) {
    try {
      return Integer.parseInt(text.strip());
    } catch (NumberFormatException e) {
      throw fault(what + " is no number: \"" + text + '"');
    }
  }

  Strand strand(String text) {
    return strand(number, text);
  }

  Strand strand(int lineNumber, String text) {
    try {
      return Strand.of(text);
    } catch (IllegalArgumentException e) {
      throw fault(lineNumber, e.getMessage());
    }
  }

  /** An interval of the current line, 0-based and half-open, that must hold at least one base. */
  Interval interval(String contig, int start, int end) {
    if (start < 0 || end <= start) {
      throw fault("ends before it starts, or starts before its contig: " + start + "-" + end);
    }
    return new Interval(contig, start, end);
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw new InputException("cannot read " + path + ": " + e.getMessage(), e);
    }
  }
}

package org.splicespark.spark;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import org.splicespark.io.vcf.VcfLine;
import org.splicespark.variant.InfoField;

/**
 * The records of a part whose scoring failed, as they came but for the reason in INFO: a file
 * beside the part's, if there are any.
 */
final class FailedRecords implements Closeable {
  private static final String PROGRAM = "org.splicespark.";

  private final PartStore<PartResult> parts;
  private final String file;
  private final InfoField info;
  private OutputStream out;
  private long bytes;

  FailedRecords(PartStore<PartResult> parts, String part, InfoField info) {
    this.parts = parts;
    this.file = file(part);
    this.info = info;
  }

  /** The name of the file of a part that has such records. */
  static String file(String part) {
    return part + ".failed";
  }

  /** Keeps a record. */
  void add(VcfLine line, RuntimeException why) throws IOException {
    if (out == null) {
      out = new BufferedOutputStream(parts.create(file));
    }
    VcfLine kept = line.withInfo(info.failure(reason(why)));
    kept.writeTo(out);
    bytes += kept.length();
    if (!kept.isEnded()) {
      out.write('\n');
      bytes++;
    }
  }

  /** What was thrown, and where in this program, on one line. */
  static String reason(RuntimeException why) {
    String where =
        Arrays.stream(why.getStackTrace())
            .filter(frame -> frame.getClassName().startsWith(PROGRAM))
            .findFirst()
            .map(frame -> " at " + frame.getFileName() + ":" + frame.getLineNumber())
            .orElse("");
    return (why + where).replaceAll("\\s+", " ");
  }

  /** Length of the file; 0 if there is none. */
  long bytes() {
    return bytes;
  }

  @Override
  public void close() throws IOException {
    if (out != null) {
      out.close();
    }
  }
}

package org.splicespark.spark;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.splicespark.error.InputException;
import org.splicespark.io.vcf.PartWriter;
import org.splicespark.io.vcf.VcfLine;
import org.splicespark.variant.CarefulScorer;
import org.splicespark.variant.InfoField;

/**
 * Writes the lines of a part, scored chunk by scored chunk: every line of the input, records with
 * what is to be said of them, and counts what became of them.
 *
 * @param input what messages call the input
 */
record AnnotatedRecords(
    String input, InfoField info, boolean overwriteExisting, Files files, Tally tally) {
  private static final int CHARACTERS_SHOWN = 60;
  private static final String PROGRAM = "org.splicespark.";

  /** Where they go; what is kept aside goes into two. */
  record Files(PartWriter all, AsideWriter failed, AsideWriter bad) implements Closeable {

    /**
     * @param part name of the part's file
     */
    static Files of(PartStore<PartResult> parts, String part, PartWriter all) {
      return new Files(
          all,
          new AsideWriter(parts, part, Aside.FAILED),
          new AsideWriter(parts, part, Aside.BAD_LINES));
    }

    /** Lengths of what is kept aside, where there is any. */
    Map<Aside, Long> aside() {
      Map<Aside, Long> lengths = new EnumMap<>(Aside.class);
      lengths.put(Aside.FAILED, failed.bytes());
      lengths.put(Aside.BAD_LINES, bad.bytes());
      lengths.values().removeIf(bytes -> bytes == 0);
      return lengths;
    }

    @Override
    public void close() throws IOException {
      try (all;
          failed;
          bad) {
        // All of them, whatever becomes of the first.
      }
    }
  }

  /**
   * @throws InputException if a record has entries of ours that nobody wants replaced
   * @throws IllegalStateException if it is no longer the records that scoring fails for
   */
  void write(RecordChunk chunk) throws IOException {
    Iterator<CarefulScorer.Fate> fates = chunk.fates().get().iterator();
    for (VcfLine line : chunk.lines()) {
      if (RecordChunk.isRecord(line)) {
        write(line, fates.next());
      } else {
        tally.bad(line.malformed() + ": " + beginning(line));
        files.bad().add(line.malformed() + "\t", line);
        files.all().write(line);
      }
    }
    tally.requireSomeSuccess();
  }

  private void write(VcfLine line, CarefulScorer.Fate fate) throws IOException {
    tally.record(fate.outcomes());
    if (fate.failure().isPresent()) {
      String why = reason(fate.failure().get());
      tally.failed(beginning(line) + ": " + why);
      files.failed().add("", line.withInfo(info.failure(why)));
    }
    files.all().write(annotated(line, info.text(fate.outcomes())));
  }

  private VcfLine annotated(VcfLine line, String text) {
    Set<String> keys = info.keys();
    boolean stale = keys.stream().anyMatch(line::hasInfo);
    if (stale && !overwriteExisting) {
      throw new InputException(
          input
              + ": record "
              + line.contig()
              + ":"
              + line.position()
              + " has INFO/"
              + info.key()
              + " already; give --overwrite-existing to replace it, or another --info-key");
    }
    VcfLine clean = stale ? line.withoutInfo(keys) : line;
    return text.isEmpty() ? clean : clean.withInfo(text);
  }

  /** What was thrown, and where in this program, on one line. */
  private static String reason(RuntimeException why) {
    String where =
        Arrays.stream(why.getStackTrace())
            .filter(frame -> frame.getClassName().startsWith(PROGRAM))
            .findFirst()
            .map(frame -> " at " + frame.getFileName() + ":" + frame.getLineNumber())
            .orElse("");
    return (why + where).replaceAll("\\s+", " ");
  }

  private static String beginning(VcfLine line) {
    byte[] bytes = line.bytes();
    byte[] some = Arrays.copyOf(bytes, Math.min(bytes.length, CHARACTERS_SHOWN));
    return new String(some, StandardCharsets.UTF_8).strip().replace('\t', ' ');
  }
}

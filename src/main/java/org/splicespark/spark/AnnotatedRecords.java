package org.splicespark.spark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
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

  /** Where they go; records whose scoring failed go into both. */
  record Files(PartWriter all, FailedRecords failed) {}

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
        files.all().write(line);
      }
    }
    tally.requireSomeSuccess();
  }

  private void write(VcfLine line, CarefulScorer.Fate fate) throws IOException {
    tally.record(fate.outcomes());
    if (fate.failure().isPresent()) {
      RuntimeException why = fate.failure().get();
      tally.failed(beginning(line) + ": " + FailedRecords.reason(why));
      files.failed().add(line, why);
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

  private static String beginning(VcfLine line) {
    byte[] bytes = line.bytes();
    byte[] some = Arrays.copyOf(bytes, Math.min(bytes.length, CHARACTERS_SHOWN));
    return new String(some, StandardCharsets.UTF_8).strip().replace('\t', ' ');
  }
}

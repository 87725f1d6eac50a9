package org.splicespark.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.splicespark.io.vcf.SplitReader;
import org.splicespark.io.vcf.VcfLine;
import org.splicespark.variant.CarefulScorer;
import org.splicespark.variant.VariantRecord;

/**
 * Lines that are scored together, planned but not yet scored.
 *
 * @param fates asks the network; one per line that is a record
 */
record RecordChunk(List<VcfLine> lines, Supplier<List<CarefulScorer.Fate>> fates) {
  /** Many lines, so that alleles share tiles. */
  private static final int LINES = 4096;

  /** Bytes of them: with many samples lines are long. */
  private static final long BYTES = 16L << 20;

  /** Outputs of them: at large distances there are many per allele. */
  private static final int OUTPUTS = 1 << 20;

  /** Reads and plans the next chunk; null after the last line. */
  static RecordChunk next(SplitReader lines, CarefulScorer scorer, int outputsPerAllele) {
    List<VcfLine> some = some(lines, Math.min(LINES, Math.max(1, OUTPUTS / outputsPerAllele)));
    if (some.isEmpty()) {
      return null;
    }
    List<VariantRecord> records =
        some.stream().filter(RecordChunk::isRecord).map(RecordChunk::record).toList();
    return new RecordChunk(some, scorer.prepare(records));
  }

  private static List<VcfLine> some(SplitReader lines, int most) {
    List<VcfLine> some = new ArrayList<>();
    long bytes = 0;
    while (some.size() < most && bytes < BYTES && lines.hasNext()) {
      VcfLine line = lines.next();
      some.add(line);
      bytes += line.length();
    }
    return some;
  }

  static boolean isRecord(VcfLine line) {
    return line.malformed() == null;
  }

  private static VariantRecord record(VcfLine line) {
    return new VariantRecord(line.contig(), line.position() - 1, line.ref(), line.alts());
  }
}

package org.splicespark.dataset.paralog;

import java.nio.charset.StandardCharsets;
import org.apache.commons.text.similarity.LevenshteinDetailedDistance;
import org.apache.commons.text.similarity.LevenshteinResults;
import org.splicespark.genome.DnaSequence;

/** Aligns stretches of two genes from end to end, with the fewest edits. */
final class EditAlignment {
  private static final LevenshteinDetailedDistance EDITS = new LevenshteinDetailedDistance();

  private final String query;
  private final String target;

  /** Bases before each place that are no A, C, G or T. */
  private final int[] queryUnknown;

  private final int[] targetUnknown;

  /**
   * @param query upper case ASCII
   * @param target upper case ASCII, on the strand to be aligned
   */
  EditAlignment(byte[] query, byte[] target) {
    this.queryUnknown = unknownBefore(query);
    this.targetUnknown = unknownBefore(target);
    this.query = text(query, 'N');
    // An unknown base matches nothing, not even another.
    this.target = text(target, 'n');
  }

  int queryLength() {
    return query.length();
  }

  int targetLength() {
    return target.length();
  }

  /** Stretches that are known to be the same, of {@code length} bases. */
  AlignedBlock same(int queryStart, int targetStart, int length) {
    return new AlignedBlock(
        queryStart, queryStart + length, targetStart, targetStart + length, length, length);
  }

  /** The stretches [queryStart, queryEnd) and [targetStart, targetEnd), all of both. */
  AlignedBlock align(int queryStart, int queryEnd, int targetStart, int targetEnd) {
    int unlike = unlike(queryStart, queryEnd, targetStart, targetEnd);
    int length = queryEnd - queryStart;
    int matches = length - unlike;
    int columns = length;
    if (unlike > 2) {
      LevenshteinResults edits =
          EDITS.apply(
              query.substring(queryStart, queryEnd), target.substring(targetStart, targetEnd));
      matches = length - edits.getSubstituteCount() - edits.getDeleteCount();
      columns = length + edits.getInsertCount();
    }
    int unknown =
        Math.max(
            queryUnknown[queryEnd] - queryUnknown[queryStart],
            targetUnknown[targetEnd] - targetUnknown[targetStart]);
    return new AlignedBlock(
        queryStart,
        queryEnd,
        targetStart,
        targetEnd,
        matches,
        Math.max(matches, columns - unknown));
  }

  /**
   * Bases that differ without any gap; more than that if the lengths do. Up to two of them, no gaps
   * do with fewer edits.
   */
  private int unlike(int queryStart, int queryEnd, int targetStart, int targetEnd) {
    if (queryEnd - queryStart != targetEnd - targetStart) {
      return Integer.MAX_VALUE;
    }
    int unlike = 0;
    for (int i = 0; i < queryEnd - queryStart && unlike <= 2; i++) {
      unlike += query.charAt(queryStart + i) == target.charAt(targetStart + i) ? 0 : 1;
    }
    return unlike;
  }

  private static int[] unknownBefore(byte[] bases) {
    int[] before = new int[bases.length + 1];
    for (int i = 0; i < bases.length; i++) {
      before[i + 1] = before[i] + (DnaSequence.channel(bases[i]) < 0 ? 1 : 0);
    }
    return before;
  }

  private static String text(byte[] bases, char unknown) {
    byte[] text = bases.clone();
    for (int i = 0; i < text.length; i++) {
      text[i] = DnaSequence.channel(text[i]) < 0 ? (byte) unknown : text[i];
    }
    return new String(text, StandardCharsets.ISO_8859_1);
  }
}

package org.splicespark.spark;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.splicespark.io.vcf.PartJoiner;

/**
 * What one task sends of an output: some consecutive parts, before the first of all parts the
 * header, behind the last what ends the file.
 *
 * @param number from 0 on
 */
record Piece(int number, byte[] head, List<Stretch> stretches, byte[] tail)
    implements Serializable {

  /** A part's bytes, without what is known of its records. */
  record Stretch(String file, long bytes) implements Serializable {}

  /**
   * The pieces of an output, in their order. None is without bytes, unless the output is.
   *
   * @param pieceBytes length of a piece, at least; the last one may be shorter
   */
  static List<Piece> all(PartJoiner joiner, List<PartResult> results, long pieceBytes)
      throws IOException {
    byte[] tail = joiner.tail();
    List<List<Stretch>> runs = runs(results, pieceBytes);
    int last = runs.size() - 1;
    if (last > 0 && tail.length == 0 && bytes(runs.get(last)) == 0) {
      // Plain text has no end block, and HDFS refuses to join what has no bytes.
      runs.remove(last--);
    }
    List<Piece> pieces = new ArrayList<>();
    for (int i = 0; i <= last; i++) {
      byte[] head = i == 0 ? joiner.head() : new byte[0];
      pieces.add(new Piece(i, head, runs.get(i), i == last ? tail : new byte[0]));
    }
    return pieces;
  }

  /** The last run is there even if no part is left for it. */
  private static List<List<Stretch>> runs(List<PartResult> results, long pieceBytes) {
    List<List<Stretch>> runs = new ArrayList<>();
    List<Stretch> run = new ArrayList<>();
    long bytes = 0;
    for (PartResult result : results) {
      run.add(new Stretch(result.file(), result.summary().bytes()));
      bytes += result.summary().bytes();
      if (bytes >= pieceBytes) {
        runs.add(run);
        run = new ArrayList<>();
        bytes = 0;
      }
    }
    runs.add(run);
    return runs;
  }

  private static long bytes(List<Stretch> run) {
    return run.stream().mapToLong(Stretch::bytes).sum();
  }

  /** How many bytes it has. */
  long bytes() {
    return head.length + bytes(stretches) + tail.length;
  }

  /** Opens it; a part that has not the length that it should have fails when it is read. */
  JoinedInput open(PartStore<PartResult> parts) {
    List<JoinedInput.Source> sources = new ArrayList<>();
    sources.add(inMemory(head));
    stretches.forEach(
        s -> sources.add(new JoinedInput.Source(s.bytes(), () -> parts.open(s.file()))));
    sources.add(inMemory(tail));
    return new JoinedInput(sources);
  }

  private static JoinedInput.Source inMemory(byte[] bytes) {
    return new JoinedInput.Source(bytes.length, () -> new ByteArrayInputStream(bytes));
  }
}

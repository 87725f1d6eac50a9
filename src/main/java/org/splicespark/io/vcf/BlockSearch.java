package org.splicespark.io.vcf;

import java.io.IOException;
import java.util.List;

/**
 * Finds blocks of a BGZF file. Each search is a read of its own, which takes its time where a file
 * is far away; so whoever has many hands may share them out.
 */
@FunctionalInterface
public interface BlockSearch {
  /** One after the other, here. */
  BlockSearch HERE = BgzfCuts::firstBlocks;

  /**
   * @param addresses bytes of the file, ascending
   * @return for each of them the address of the first block that begins there or later; the file's
   *     length if none does
   */
  List<Long> firstBlocks(ByteSource source, List<Long> addresses) throws IOException;
}

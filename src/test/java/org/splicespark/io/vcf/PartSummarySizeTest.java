package org.splicespark.io.vcf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a part tells the driver, which hears it from tens of thousands. */
class PartSummarySizeTest {

  /** Records every 300 bases. */
  private static PartSummary summary(int first, int records) throws IOException {
    PartWriter writer = new PartWriter(OutputStream.nullOutputStream(), Compression.BGZF);
    for (int i = 0; i < records; i++) {
      String line = "chr1\t" + (first + 300 * i) + "\t.\tA\tC\t.\t.\t.\n";
      writer.write(VcfText.line(line));
    }
    writer.close();
    return writer.summary();
  }

  private static int bytes(PartSummary summary) throws IOException {
    var out = new ByteArrayOutputStream();
    try (ObjectOutputStream objects = new ObjectOutputStream(out)) {
      objects.writeObject(summary);
    }
    return out.size();
  }

  @Test
  void aPartAtTheEndOfALongContigIsNoLargerThanOneAtItsStart() throws IOException {
    int atStart = bytes(summary(1, 50));
    int atEnd = bytes(summary(248_000_000, 50));
    assertTrue(Math.abs(atEnd - atStart) < 100, atStart + " and " + atEnd);
    assertTrue(atEnd < 2500, atEnd + " bytes");
  }

  @Test
  void windowsThatComeBeforeTheFirstAreKeptToo() {
    var forwards = new ContigBins();
    var backwards = new ContigBins();
    for (int i = 0; i < 40; i++) {
      forwards.add(i << 14, (i << 14) + 1, i << 20, (i + 1) << 20);
    }
    for (int half : List.of(20, 0)) {
      var part = new ContigBins();
      for (int i = half; i < half + 20; i++) {
        part.add(i << 14, (i << 14) + 1, i << 20, (i + 1) << 20);
      }
      backwards.add(part, 0);
    }
    assertEquals(linear(forwards), linear(backwards));
  }

  /** The linear index, which ends what is written. */
  private static List<Long> linear(ContigBins bins) {
    var out = java.nio.ByteBuffer.allocate(bins.size()).order(java.nio.ByteOrder.LITTLE_ENDIAN);
    bins.writeTo(out);
    List<Long> offsets = new ArrayList<>();
    for (int i = 40; i > 0; i--) {
      offsets.add(out.getLong(out.capacity() - 8 * i));
    }
    return offsets;
  }
}

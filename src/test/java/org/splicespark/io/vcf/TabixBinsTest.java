package org.splicespark.io.vcf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TabixBinsTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 40, 1000})
  void theIndexOfThePartsIsThatOfTheWhole(int recordsPerPart) {
    var random = new Random(recordsPerPart);
    var whole = new TabixBins();
    var joined = new TabixBins();
    var part = new TabixBins();
    long block = 700;
    long partBlock = block;
    int start = 0;
    for (int i = 1; i <= 3000; i++) {
      boolean lastOfPart = i % recordsPerPart == 0;
      String contig = i <= 1500 ? "1" : "2";
      start = i == 1501 ? 0 : start + random.nextInt(60_000);
      int end = start + 1 + random.nextInt(1 << random.nextInt(20));
      int offset = i % recordsPerPart == 1 || recordsPerPart == 1 ? 0 : 50 * (i % 1000);
      long from = VcfSplit.virtualOffset(block, offset);
      block += lastOfPart || random.nextInt(30) == 0 ? 20_000 : 0;
      long to = VcfSplit.virtualOffset(block, lastOfPart ? 0 : offset + 50);
      whole.add(contig, start, end, from, to);
      long shift = VcfSplit.virtualOffset(partBlock, 0);
      part.add(contig, start, end, from - shift, to - shift);
      if (lastOfPart) {
        joined.add(part, partBlock);
        part = new TabixBins();
        partBlock = block;
      }
    }
    joined.add(part, partBlock);
    assertArrayEquals(whole.toBytes(TabixFormat.VCF), joined.toBytes(TabixFormat.VCF));
  }
}

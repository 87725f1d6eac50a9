package org.splicespark.genome;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContigNamesTest {

  @ParameterizedTest
  @CsvSource({
    "chr1, 1",
    "1, chr1",
    "chrM, MT",
    "MT, chrM",
    "chrMT, M",
    "M, chrMT",
    "CHR7, 7",
    "chrX, X"
  })
  void prefixAndMitochondrionDoNotMatter(String ours, String theirs) {
    assertEquals(Optional.of(ours), new ContigNames(List.of("chr2", ours)).find(theirs));
  }

  @Test
  void aNameThatIsThereAsItStandsIsPreferred() {
    ContigNames names = new ContigNames(List.of("chr1", "1"));
    assertEquals(Optional.of("1"), names.find("1"));
    assertEquals(Optional.of("chr1"), names.find("chr1"));
  }

  @Test
  void anotherContigIsNotFound() {
    ContigNames names = new ContigNames(List.of("chr1", "chr10_alt"));
    assertEquals(Optional.empty(), names.find("10"));
    assertEquals(Optional.empty(), names.find("chr"));
    assertEquals(Optional.empty(), names.find(""));
  }
}

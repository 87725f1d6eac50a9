package org.splicespark.io;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.splicespark.genome.Gene;
import org.splicespark.genome.Interval;
import org.splicespark.genome.Strand;
import org.splicespark.genome.Transcript;

class GeneTableTest {
  private static final String HEADER = GeneTable.HEADER.replace(' ', '\t') + "\n";

  @TempDir Path folder;

  @Test
  void aGeneTablesStartsAreZeroBased() throws IOException {
    Gene gene = read(HEADER + "A\t1\t+\t100\t400\t100,300,\t150,400,\n").get(0);
    Transcript transcript = gene.representative();
    assertEquals(new Interval("1", 100, 400), gene.span());
    assertEquals(gene.span(), transcript.span());
    assertEquals(List.of(100, 300), transcript.exonStarts());
    assertEquals(List.of(150, 400), transcript.exonEnds());
  }

  @Test
  void theNameIsIdentifierSymbolAndTranscript() throws IOException {
    Gene gene = read(HEADER + "A\t1\t-\t0\t4\t0,\t4,\n").get(0);
    assertEquals("A A A", gene.id() + " " + gene.symbol() + " " + gene.representative().id());
    assertEquals("", gene.biotype());
    assertEquals(Strand.MINUS, gene.strand());
  }

  @Test
  void theOrderOfTheRowsIsKeptAndANameMayComeTwice() throws IOException {
    String rows = "B\t2\t+\t5\t9\t5,\t9,\nA\t1\t+\t5\t9\t5\t9\n\nB\tX\t-\t1\t2\t1,\t2,\n";
    List<Gene> genes = read(HEADER + rows);
    assertEquals(List.of("2", "1", "X"), genes.stream().map(Gene::contig).toList());
  }

  @Test
  void windowsLineEndsAndAByteOrderMarkDoNotMatter() throws IOException {
    String text = "\ufeff" + (HEADER + "A\t1\t+\t5\t9\t5,\t9,\n").replace("\n", "\r\n");
    assertEquals(List.of(9), read(text).get(0).representative().exonEnds());
  }

  private List<Gene> read(String text) throws IOException {
    return AnnotationReader.read(Files.writeString(folder.resolve("genes.txt"), text)).genes();
  }
}

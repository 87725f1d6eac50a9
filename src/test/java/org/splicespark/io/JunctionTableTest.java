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

class JunctionTableTest {
  private static final String HEADER = JunctionTable.HEADER + "\n";

  @TempDir Path folder;

  @Test
  void aJunctionTableNamesTheExonBasesNextToIntronsFromOne() throws IOException {
    // Exons 101-150, 201-250 and 301-400, counted from 1.
    Gene gene = read(HEADER + "ENSG1,chr1,+,101,400,\"150,250\",\"201,301\"\n").get(0);
    Transcript transcript = gene.representative();
    assertEquals(new Interval("chr1", 100, 400), gene.span());
    assertEquals(gene.span(), transcript.span());
    assertEquals(List.of(100, 200, 300), transcript.exonStarts());
    assertEquals(List.of(150, 250, 400), transcript.exonEnds());
  }

  @Test
  void theSidesAreTheForwardStrandsOnEitherStrand() throws IOException {
    Gene gene = read(HEADER + "ENSG1,chr1,-,101,400,150,301\n").get(0);
    assertEquals(Strand.MINUS, gene.strand());
    assertEquals(List.of(100, 300), gene.representative().exonStarts());
    assertEquals(List.of(150, 400), gene.representative().exonEnds());
  }

  @Test
  void junctionsOfAllIsoformsNeedNotPairUp() throws IOException {
    Gene gene = read(HEADER + "ENSG1,1,+,101,400,\"150,160,250\",301\n").get(0);
    assertEquals(List.of(100, 300), gene.representative().exonStarts());
    assertEquals(List.of(150, 160, 250, 400), gene.representative().exonEnds());
  }

  @Test
  void furtherColumnsAndAnotherOrderDoNotMatter() throws IOException {
    String header = "is_paralog,gene_id,chr,strand,end,start,jn_end,jn_start\n";
    Gene gene = read(header + "True,\"ENSG1\",chr1,+,400,101,\"\",\"\"\n").get(0);
    assertEquals("ENSG1", gene.symbol());
    assertEquals(List.of(100), gene.representative().exonStarts());
    assertEquals(List.of(400), gene.representative().exonEnds());
  }

  private List<Gene> read(String text) throws IOException {
    return AnnotationReader.read(Files.writeString(folder.resolve("genes.csv"), text)).genes();
  }
}

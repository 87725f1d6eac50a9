package org.splicespark.io;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.splicespark.dataset.GenePlan;
import org.splicespark.genome.Gene;
import org.splicespark.genome.Interval;
import org.splicespark.genome.Strand;

class JunctionTableWriterTest {
  /** Exons 101-150, 201-250 and 301-400, counted from 1. */
  private static final GenePlan PAIRED =
      plan("ENSG1", Strand.PLUS, 100, 400, List.of(150, 250), List.of(200, 300), true);

  private static final GenePlan UNION =
      plan("ENSG2", Strand.MINUS, 1000, 2000, List.of(1100, 1110, 1500), List.of(1300), false);

  private static final GenePlan SINGLE_EXON =
      plan("ENSG3", Strand.PLUS, 3000, 3500, List.of(), List.of(), true);

  private static final List<GenePlan> GENES = List.of(PAIRED, UNION, SINGLE_EXON);

  @TempDir Path folder;

  @Test
  void rowsNameTheExonBasesNextToIntronsCountedFromOne() throws IOException {
    assertEquals(
        List.of(
            "gene_id,chr,strand,start,end,jn_start,jn_end",
            "ENSG1,chr1,+,101,400,\"150,250\",\"201,301\"",
            "ENSG2,chr1,-,1001,2000,\"1100,1110,1500\",1301",
            "ENSG3,chr1,+,3001,3500,,"),
        table(GENES).lines().toList());
  }

  @Test
  void theTrainingTableSaysLastWhetherAGeneHasAParalogue() throws IOException {
    StringWriter out = new StringWriter();
    JunctionTableWriter.writeTraining(GENES, Set.of("ENSG2", "ENSG9"), out);
    List<String> rows = out.toString().lines().toList();
    assertEquals("gene_id,chr,strand,start,end,jn_start,jn_end,is_paralog", rows.get(0));
    assertEquals("ENSG1,chr1,+,101,400,\"150,250\",\"201,301\",False", rows.get(1));
    assertEquals("ENSG2,chr1,-,1001,2000,\"1100,1110,1500\",1301,True", rows.get(2));
  }

  @Test
  void whatIsWrittenIsReadBack() throws IOException {
    assertEquals(GENES.size(), assertReadBack(table(GENES)));
    StringWriter training = new StringWriter();
    JunctionTableWriter.writeTraining(GENES, Set.of("ENSG1"), training);
    assertEquals(GENES.size(), assertReadBack(training.toString()));
  }

  @Test
  void aNameWithACommaIsReadBack() throws IOException {
    GenePlan odd = plan("a,b", Strand.PLUS, 100, 400, List.of(150), List.of(200), true);
    assertEquals("a,b", read(table(List.of(odd))).get(0).id());
  }

  private int assertReadBack(String table) throws IOException {
    List<Gene> read = read(table);
    for (int i = 0; i < read.size(); i++) {
      GenePlan gene = GENES.get(i);
      assertEquals(gene.name(), read.get(i).id());
      assertEquals(gene.strand(), read.get(i).strand());
      assertEquals(gene.span(), read.get(i).span());
      // A gene's own start and end are no junctions, but boundaries of its exons.
      List<Integer> starts = new ArrayList<>(gene.intronEnds());
      starts.add(0, gene.span().start());
      List<Integer> ends = new ArrayList<>(gene.intronStarts());
      ends.add(gene.span().end());
      assertEquals(starts, read.get(i).representative().exonStarts());
      assertEquals(ends, read.get(i).representative().exonEnds());
    }
    return read.size();
  }

  private static String table(List<GenePlan> genes) throws IOException {
    StringWriter out = new StringWriter();
    JunctionTableWriter.write(genes, out);
    return out.toString();
  }

  private List<Gene> read(String table) throws IOException {
    return AnnotationReader.read(Files.writeString(folder.resolve("table.csv"), table)).genes();
  }

  private static GenePlan plan(
      String name,
      Strand strand,
      int start,
      int end,
      List<Integer> intronStarts,
      List<Integer> intronEnds,
      boolean paired) {
    Interval span = new Interval("chr1", start, end);
    return new GenePlan(name, span, strand, intronStarts, intronEnds, paired);
  }
}

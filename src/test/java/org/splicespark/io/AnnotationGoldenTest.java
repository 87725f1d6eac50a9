package org.splicespark.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.splicespark.genome.DnaSequence;
import org.splicespark.genome.Gene;
import org.splicespark.genome.Genome;
import org.splicespark.genome.Interval;
import org.splicespark.genome.Strand;
import org.splicespark.genome.Transcript;
import org.splicespark.testing.Reference;

@Tag("golden")
class AnnotationGoldenTest {

  private record Seen(
      String name, Strand strand, Interval span, List<Integer> starts, List<Integer> ends) {
    static Seen of(Gene gene) {
      Transcript transcript = gene.representative();
      return new Seen(
          gene.symbol(),
          gene.strand(),
          transcript.span(),
          transcript.exonStarts(),
          transcript.exonEnds());
    }
  }

  @Test
  void theGff3AndTheGeneTableHoldTheSameGenes() {
    List<Gene> gff3 = AnnotationReader.read(Reference.path("human/annotation.gff3")).genes();
    List<Gene> table = AnnotationReader.read(Reference.path("human/annotation.txt")).genes();
    assertEquals(12, gff3.size());
    assertEquals(table.stream().map(Seen::of).toList(), gff3.stream().map(Seen::of).toList());
  }

  /** The genome is copied, so that its index does not come to lie among the reference data. */
  @Test
  void everyIntronOfTheAnnotationBeginsAndEndsLikeOneInTheGenome(@TempDir Path folder)
      throws IOException {
    Path fasta = Files.copy(Reference.path("human/genome.fa"), folder.resolve("genome.fa"));
    Set<String> ends = new TreeSet<>();
    int introns = 0;
    try (Genome genome = FastaGenome.open(fasta)) {
      for (Gene gene : AnnotationReader.read(Reference.path("human/annotation.gff3")).genes()) {
        for (Interval intron : introns(gene)) {
          ends.add(ends(genome.bases(intron), gene.strand()));
          introns++;
        }
      }
    }
    assertEquals(97, introns);
    assertTrue(Set.of("GTAG", "GCAG").containsAll(ends), ends.toString());
  }

  private static List<Interval> introns(Gene gene) {
    Transcript transcript = gene.representative();
    List<Interval> introns = new ArrayList<>();
    for (int i = 1; i < transcript.exonStarts().size(); i++) {
      int start = transcript.exonEnds().get(i - 1);
      introns.add(new Interval(gene.contig(), start, transcript.exonStarts().get(i)));
    }
    return introns;
  }

  private static String ends(byte[] intron, Strand strand) {
    byte[] read = strand == Strand.PLUS ? intron : DnaSequence.reverseComplement(intron);
    String text = new String(read, StandardCharsets.US_ASCII);
    return text.substring(0, 2) + text.substring(text.length() - 2);
  }
}

package org.splicespark.genome;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AnnotationTest {

  @Test
  void theGenesAtAPlaceAreThoseThatAScanOfAllFinds() {
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      List<Gene> genes = genes(random, random.nextInt(30));
      Annotation annotation = new Annotation(genes);
      for (int i = 0; i < 50; i++) {
        Interval place = place(random, 1 + random.nextInt(20));
        List<Gene> expected =
            genes.stream().filter(g -> g.representative().span().overlaps(place)).toList();
        assertEquals(expected, annotation.overlapping(place), () -> "at " + place);
      }
    }
  }

  @Test
  void theOrderIsTheAnnotationsAndNotThePlaces() {
    Gene right = gene("right", new Interval("1", 50, 90));
    Gene left = gene("left", new Interval("1", 10, 80));
    Annotation annotation = new Annotation(List.of(right, left));
    assertEquals(List.of(right, left), annotation.overlapping(new Interval("1", 60, 61)));
    assertEquals(List.of(right, left), annotation.genes());
  }

  @Test
  void theRepresentativeTranscriptCountsAndNotTheGenesSpan() {
    Interval exon = new Interval("1", 40, 50);
    Transcript transcript = Transcript.ofExons("t", List.of(exon), Set.of());
    Interval span = new Interval("1", 0, 100);
    Gene gene = new Gene("g", "g", "", span, Strand.PLUS, List.of(transcript));
    Annotation annotation = new Annotation(List.of(gene));
    assertEquals(List.of(), annotation.overlapping(new Interval("1", 39, 40)));
    assertEquals(List.of(gene), annotation.overlapping(new Interval("1", 40, 41)));
    assertEquals(List.of(gene), annotation.overlapping(new Interval("1", 49, 50)));
    assertEquals(List.of(), annotation.overlapping(new Interval("1", 50, 51)));
  }

  @Test
  void aContigWithoutGenesHasNone() {
    Annotation annotation = new Annotation(List.of(gene("g", new Interval("1", 0, 9))));
    assertEquals(List.of(), annotation.overlapping(new Interval("2", 0, 9)));
    assertEquals(Set.of("1"), annotation.contigs());
  }

  private static List<Gene> genes(Random random, int count) {
    List<Gene> genes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      genes.add(gene("g" + i, place(random, 1 + random.nextInt(i % 5 == 0 ? 300 : 40))));
    }
    return genes;
  }

  private static Interval place(Random random, int length) {
    int start = random.nextInt(500);
    return new Interval(random.nextBoolean() ? "1" : "2", start, start + length);
  }

  private static Gene gene(String id, Interval place) {
    Transcript transcript = Transcript.ofExons(id, List.of(place), Set.of());
    return new Gene(id, id, "", place, Strand.PLUS, List.of(transcript));
  }
}

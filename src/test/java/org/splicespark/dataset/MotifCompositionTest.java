package org.splicespark.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MotifCompositionTest {
  private static final String TRACT = "TTTTTCTTTTCTTTTTTN";

  @Test
  void aDonorIsCountedFromThreeBasesOfTheExonToSixOfTheIntron() {
    SiteComposition donors =
        of(Chunks.with(Chunks.empty(), Chunk.DONOR, 70, "CAG", "GTAAGT")).donors();
    assertEquals(1, donors.sites());
    assertEquals("-3 -2 -1 1 2 3 4 5 6", places(donors));
    assertEquals("CAGGTAAGT", bases(donors));
    assertEquals(Map.of("GT", 1L), donors.pairs());
  }

  @Test
  void anAcceptorIsCountedFromTwentyBasesOfTheIntronToThreeOfTheExon() {
    Chunk chunk = Chunks.with(Chunks.empty(), Chunk.ACCEPTOR, 70, TRACT + "AG", "GCT");
    SiteComposition acceptors = of(chunk).acceptors();
    assertEquals(23, acceptors.width());
    assertEquals(-20, acceptors.place(0));
    assertEquals(-1, acceptors.place(19));
    assertEquals(3, acceptors.place(22));
    assertEquals(TRACT + "AGGCT", bases(acceptors));
    assertEquals(Map.of("AG", 1L), acceptors.pairs());
  }

  @Test
  void sitesAtTheEdgesOfTheLabelsHaveTheirBasesInTheContext() {
    Chunk chunk = Chunks.with(Chunks.empty(), Chunk.ACCEPTOR, 0, TRACT + "AG", "GCT");
    Chunks.with(chunk, Chunk.DONOR, Chunk.LABELLED - 1, "CAG", "GCNAGT");
    MotifComposition composition = of(chunk);
    assertEquals(TRACT + "AGGCT", bases(composition.acceptors()));
    assertEquals("CAGGCNAGT", bases(composition.donors()));
    assertEquals(Map.of("GC", 1L), composition.donors().pairs());
  }

  @Test
  void countsAddUp() {
    Chunk one = Chunks.with(Chunks.empty(), Chunk.DONOR, 70, "CAG", "GTAAGT");
    Chunk two = Chunks.with(Chunks.empty(), Chunk.DONOR, 90, "AAG", "NTGAGT");
    MotifComposition sum = of(one).plus(of(two)).plus(new MotifComposition());
    assertEquals(2, sum.donors().sites());
    assertArrayEquals(new long[] {1, 1, 0, 0, 0}, sum.donors().counts(0));
    assertArrayEquals(new long[] {0, 0, 1, 0, 1}, sum.donors().counts(3));
    assertEquals(Map.of("GT", 1L, "NT", 1L), sum.donors().pairs());
    assertEquals(0, sum.acceptors().sites());
  }

  @Test
  void itTravelsBetweenMachines() throws IOException, ClassNotFoundException {
    MotifComposition sent = of(Chunks.with(Chunks.empty(), Chunk.DONOR, 70, "CAG", "GTAAGT"));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(sent);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertEquals("CAGGTAAGT", bases(((MotifComposition) in.readObject()).donors()));
    }
  }

  private static MotifComposition of(Chunk chunk) {
    MotifComposition composition = new MotifComposition();
    composition.add(chunk);
    return composition;
  }

  private static String places(SiteComposition sites) {
    return String.join(
        " ", IntStream.range(0, sites.width()).mapToObj(i -> "" + sites.place(i)).toList());
  }

  /** The base that was seen at each place, of a composition of one site. */
  private static String bases(SiteComposition sites) {
    StringBuilder bases = new StringBuilder();
    for (int i = 0; i < sites.width(); i++) {
      long[] counts = sites.counts(i);
      int seen =
          IntStream.range(0, counts.length).filter(b -> counts[b] == 1).findFirst().orElse(4);
      bases.append("ACGTN".charAt(seen));
    }
    return bases.toString();
  }
}

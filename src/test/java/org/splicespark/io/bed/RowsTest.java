package org.splicespark.io.bed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.splicespark.genome.Interval;
import org.splicespark.genome.Strand;
import org.splicespark.model.SiteType;
import org.splicespark.predict.Region;
import org.splicespark.predict.SiteCaller;
import org.splicespark.predict.SixDecimals;
import org.splicespark.predict.StrandScores;
import org.splicespark.predict.Track;

/** Rows as text. */
class RowsTest {
  private static final SiteCaller CALLER = new SiteCaller(0.1);
  private static final Interval CONTIG = new Interval("chr1", 0, 2000);
  private static final Region PLUS = new Region(CONTIG, CONTIG, Strand.PLUS, "", "");
  private static final Region MINUS = new Region(CONTIG, CONTIG, Strand.MINUS, "", "");
  private static final Region GENE =
      new Region(
          new Interval("chr1", 300, 1500),
          new Interval("chr1", 260, 1540),
          Strand.MINUS,
          "ABC1",
          "gene-ABC1");

  private static String text(Rows rows, StrandScores... scores) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (RowWriter writer = new RowWriter(out, false)) {
      rows.write(List.of(scores), writer);
    }
    return out.toString(StandardCharsets.US_ASCII);
  }

  /** The same for both types. */
  private static StrandScores scores(Region region, int start, float... values) {
    return new StrandScores(region, start, values, values);
  }

  @Test
  void aSiteIsOneBaseOfTheExonOnEitherStrand() throws IOException {
    assertEquals(
        "chr1\t500\t501\t.\t1.000000\t+\nchr1\t500\t501\t.\t0.123457\t-\n",
        text(
            new SiteRows(CALLER, SiteType.ACCEPTOR),
            scores(MINUS, 500, 0.1234567f, 0.09f),
            scores(PLUS, 500, 1f)));
  }

  @Test
  void aSiteOfAGeneHasItsName() throws IOException {
    assertEquals(
        "chr1\t400\t401\tABC1\t0.500000\t-\n",
        text(new SiteRows(CALLER, SiteType.DONOR), scores(GENE, 400, 0.5f)));
  }

  @Test
  void aNameThatWouldBreakARowHasSpacesThere() throws IOException {
    Region odd = new Region(GENE.span(), GENE.readable(), Strand.PLUS, "A\tB\nC", "a\rb");
    assertEquals(
        "chr1\t400\t401\tA B C\t0.500000\t+\n",
        text(new SiteRows(CALLER, SiteType.DONOR), scores(odd, 400, 0.5f)));
    assertEquals(
        "chr1\t400\t401\ta b chr1:261-1540(+)_Donor\t0.500000\t+\n",
        text(new PeerRows(CALLER, SiteType.DONOR), scores(odd, 400, 0.5f)));
  }

  @Test
  void thePeersAcceptorIsTheLastBaseOfTheIntronAndItsDonorTheLastOfTheExon() throws IOException {
    Rows acceptors = new PeerRows(CALLER, SiteType.ACCEPTOR);
    Rows donors = new PeerRows(CALLER, SiteType.DONOR);
    assertEquals(
        "chr1:+\t499\t500\tchr1:+_Acceptor\t0.500000\t+\tabsolute_coordinates\n",
        text(acceptors, scores(PLUS, 500, 0.5f)));
    assertEquals(
        "chr1:+\t500\t501\tchr1:+_Donor\t0.500000\t+\tabsolute_coordinates\n",
        text(donors, scores(PLUS, 500, 0.5f)));
    assertEquals(
        "chr1\t501\t502\tgene-ABC1 chr1:261-1540(-)_Acceptor\t0.500000\t-\n",
        text(acceptors, scores(GENE, 500, 0.5f)));
    assertEquals(
        "chr1\t500\t501\tgene-ABC1 chr1:261-1540(-)_Donor\t0.500000\t-\n",
        text(donors, scores(GENE, 500, 0.5f)));
  }

  @Test
  void aPeersAcceptorWithoutABaseBeforeItHasNoRow() throws IOException {
    Rows acceptors = new PeerRows(CALLER, SiteType.ACCEPTOR);
    assertEquals("", text(acceptors, scores(PLUS, 0, 0.5f)));
    assertEquals("", text(acceptors, scores(MINUS, 1999, 0.5f)));
  }

  /** The published program leaves out what is not in the sequence that it read. */
  @Test
  void soHasOneBeforeTheStretchOfAGeneThatIsReadOnEitherStrand() throws IOException {
    Rows acceptors = new PeerRows(CALLER, SiteType.ACCEPTOR);
    Interval span = new Interval("chr1", 300, 1500);
    Region plus = new Region(span, span, Strand.PLUS, "ABC1", "gene-ABC1");
    Region minus = new Region(span, span, Strand.MINUS, "ABC1", "gene-ABC1");
    assertEquals("", text(acceptors, scores(plus, 300, 0.5f)));
    assertEquals("", text(acceptors, scores(minus, 1499, 0.5f)));
    assertEquals(1, text(acceptors, scores(plus, 301, 0.5f)).lines().count());
    assertEquals(1, text(acceptors, scores(minus, 1498, 0.5f)).lines().count());
  }

  @Test
  void neighboursOfATrackThatPrintAlikeShareARowUpToTheGrid() throws IOException {
    float[] values = {0f, 1e-7f, 0.25f, Float.NaN, 0.25f, 0.25f, 0.25f};
    assertEquals(
        """
        chr1\t995\t997\t0.000000
        chr1\t997\t998\t0.250000
        chr1\t999\t1000\t0.250000
        chr1\t1000\t1002\t0.250000
        """,
        text(
            new TrackRows(new Track(SiteType.DONOR, Strand.PLUS)),
            scores(MINUS, 995, 0.9f),
            scores(PLUS, 995, values)));
  }

  @Test
  void numbersReadAsIfFormatted() {
    Random random = new Random(1);
    for (int i = 0; i < 10_000; i++) {
      float value = i == 0 ? 1f : (float) Math.pow(random.nextFloat(), 1 + random.nextInt(8));
      StringBuilder text = new StringBuilder();
      SixDecimals.append(text, value);
      String formatted = String.format(Locale.ROOT, "%.6f", value);
      // Ties are rounded upwards by both, but the product may fall on the other side of one.
      assertEquals(Double.parseDouble(formatted), Double.parseDouble("" + text), 1.01e-6);
      assertEquals(formatted.length(), text.length());
    }
  }
}

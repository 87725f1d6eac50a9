package org.splicespark.io.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.splicespark.dataset.Chunk;
import org.splicespark.dataset.MotifComposition;
import org.splicespark.genome.DnaSequence;

class MotifPictureTest {
  /** Where bars are drawn: below the titles, above the places' names, left of the legend. */
  private static final int TOP = 130;

  private static final int BOTTOM = 520;
  private static final int DONORS_END = 520;
  private static final int BARS_END = 1480;

  @TempDir Path folder;

  @Test
  void thePictureIsAPngOfItsSizeAndReplacesTheOneBefore() throws IOException {
    Path png = Files.writeString(folder.resolve("motifs.png"), "old");
    MotifPicture.write(png, "Training", mixed());
    ImageReader reader =
        ImageIO.getImageReaders(ImageIO.createImageInputStream(png.toFile())).next();
    assertEquals("png", reader.getFormatName());
    BufferedImage picture = ImageIO.read(png.toFile());
    assertEquals(MotifPicture.WIDTH, picture.getWidth());
    assertEquals(MotifPicture.HEIGHT, picture.getHeight());
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(png), files.toList());
    }
  }

  @Test
  void aPlaceThatIsAlwaysOneBaseHasThatBasesColourFromBottomToTop() throws IOException {
    BufferedImage picture = written(mixed());
    // GT begins the introns and AG ends them; elsewhere bases are mixed.
    assertEquals(List.of("G", "T"), wholeColumns(picture, 0, DONORS_END));
    assertEquals(List.of("A", "G"), wholeColumns(picture, DONORS_END, BARS_END));
  }

  @Test
  void everyPlaceOfOneBaseIsAPictureOfOneColour() throws IOException {
    BufferedImage picture = written(of("CCC", "CCCCCC", "C".repeat(20), "CCC"));
    assertTrue(count(picture, 1) > 300_000, "C");
    for (int other : new int[] {0, 2, 3}) {
      assertEquals(0, count(picture, other), "colour " + other);
    }
  }

  @Test
  void noSiteAtAllIsAPictureToo() throws IOException {
    BufferedImage picture = written(new MotifComposition());
    for (int symbol = 0; symbol < 4; symbol++) {
      assertEquals(0, count(picture, symbol));
    }
  }

  private BufferedImage written(MotifComposition sites) throws IOException {
    Path png = folder.resolve("motifs.png");
    MotifPicture.write(png, "Sites of a test", sites);
    return ImageIO.read(png.toFile());
  }

  /** The bases whose colours fill columns of pixels, from left to right. */
  private static List<String> wholeColumns(BufferedImage picture, int from, int to) {
    Stream.Builder<String> found = Stream.builder();
    String before = "";
    for (int x = from; x < to; x++) {
      int colour = SitePanel.COLOURS.indexOf(new Color(picture.getRGB(x, TOP)));
      boolean whole = colour >= 0;
      for (int y = TOP; whole && y < BOTTOM; y++) {
        whole = picture.getRGB(x, y) == picture.getRGB(x, TOP);
      }
      String base = whole ? "" + "ACGTN".charAt(colour) : "";
      if (!base.isEmpty() && !base.equals(before)) {
        found.add(base);
      }
      before = base;
    }
    return found.build().toList();
  }

  private static long count(BufferedImage picture, int symbol) {
    long count = 0;
    for (int x = 0; x < BARS_END; x++) {
      for (int y = 0; y < picture.getHeight(); y++) {
        count += picture.getRGB(x, y) == SitePanel.COLOURS.get(symbol).getRGB() ? 1 : 0;
      }
    }
    return count;
  }

  private static MotifComposition mixed() {
    Random random = new Random(5);
    MotifComposition all = new MotifComposition();
    for (int i = 0; i < 40; i++) {
      all =
          all.plus(
              of(
                  bases(random, 3),
                  "GT" + bases(random, 4),
                  bases(random, 18) + "AG",
                  bases(random, 3)));
    }
    return all;
  }

  private static String bases(Random random, int length) {
    StringBuilder bases = new StringBuilder();
    random.ints(length, 0, 4).forEach(i -> bases.append("ACGT".charAt(i)));
    return bases.toString();
  }

  private static MotifComposition of(
      String exonEnd, String intronStart, String intronEnd, String exonStart) {
    Chunk chunk = new Chunk(new byte[Chunk.LENGTH], new byte[Chunk.LABELLED]);
    put(chunk, Chunk.SIDE + 98, exonEnd + intronStart);
    chunk.labels()[100] = Chunk.DONOR;
    put(chunk, Chunk.SIDE + 280, intronEnd + exonStart);
    chunk.labels()[300] = Chunk.ACCEPTOR;
    MotifComposition composition = new MotifComposition();
    composition.add(chunk);
    return composition;
  }

  private static void put(Chunk chunk, int at, String bases) {
    for (int i = 0; i < bases.length(); i++) {
      chunk.codes()[at + i] = (byte) DnaSequence.channel((byte) bases.charAt(i));
    }
  }
}

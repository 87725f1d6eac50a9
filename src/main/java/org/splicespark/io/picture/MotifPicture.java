package org.splicespark.io.picture;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.CategoryChart;
import org.splicespark.dataset.MotifComposition;
import org.splicespark.io.WholeFile;

/**
 * The bases around splice sites as a picture: donors left, acceptors right. Labels that fit their
 * bases show GT right of the donors' boundary and AG left of the acceptors'; labels that are off by
 * a base show it at once.
 */
public final class MotifPicture {
  /** Size in pixels. */
  public static final int WIDTH = 1600;

  /** Size in pixels. */
  public static final int HEIGHT = 620;

  private static final int HEADING = 60;
  private static final int DONORS_WIDTH = 520;

  static {
    // It is drawn in memory, where there is no screen to ask for.
    System.setProperty("java.awt.headless", "true");
  }

  private MotifPicture() {}

  /**
   * Writes the picture; the file is there whole or not at all, and replaces one that is there.
   *
   * @param png in a folder that is there
   * @param title above both panels
   */
  public static void write(Path png, String title, MotifComposition sites) throws IOException {
    BufferedImage picture = draw(title, sites);
    try (WholeFile file = WholeFile.create(png)) {
      ImageIO.write(picture, "png", file.stream());
      file.finish();
    }
  }

  private static BufferedImage draw(String title, MotifComposition sites) {
    int height = HEIGHT - HEADING;
    CategoryChart donors =
        SitePanel.of("Donors: exon | intron", sites.donors(), false, DONORS_WIDTH, height);
    CategoryChart acceptors =
        SitePanel.of(
            "Acceptors: intron | exon", sites.acceptors(), true, WIDTH - DONORS_WIDTH, height);
    BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = picture.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    pen.drawImage(BitmapEncoder.getBufferedImage(donors), 0, HEADING, null);
    pen.drawImage(BitmapEncoder.getBufferedImage(acceptors), DONORS_WIDTH, HEADING, null);
    heading(pen, title);
    pen.dispose();
    return picture;
  }

  private static void heading(Graphics2D pen, String title) {
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    pen.setColor(Color.DARK_GRAY);
    pen.setFont(SitePanel.font(Font.BOLD, 24));
    int width = pen.getFontMetrics().stringWidth(title);
    pen.drawString(title, Math.max(20, (WIDTH - width) / 2), 42);
  }
}

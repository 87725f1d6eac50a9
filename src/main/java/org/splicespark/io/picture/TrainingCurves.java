package org.splicespark.io.picture;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.batik.svggen.SVGGraphics2D;
import org.knowm.xchart.XYChart;
import org.splicespark.io.WholeFile;
import org.splicespark.train.TrainingHistory;

/** A training as a picture of four panels over its epochs, see {@link TrainingPanels}. */
public final class TrainingCurves {
  /** Size in pixels. */
  public static final int WIDTH = 1600;

  /** Size in pixels. */
  public static final int HEIGHT = 1100;

  private static final int HEADING = 60;
  private static final int PANEL_HEADING = 40;

  static {
    // It is drawn in memory, where there is no screen to ask for.
    System.setProperty("java.awt.headless", "true");
  }

  private TrainingCurves() {}

  /**
   * Writes the picture, of bits and of vectors; each file is there whole or not at all, and
   * replaces one that is there.
   *
   * @param png in a folder that is there
   * @param svg in a folder that is there
   * @param title above the panels
   * @param history of at least one epoch
   * @throws IllegalArgumentException if there is no epoch
   */
  public static void write(Path png, Path svg, String title, TrainingHistory history)
      throws IOException {
    List<XYChart> panels = TrainingPanels.of(history);
    try (WholeFile file = WholeFile.create(png)) {
      ImageIO.write(bits(title, panels), "png", file.stream());
      file.finish();
    }
    try (WholeFile file = WholeFile.create(svg);
        Writer text = new OutputStreamWriter(file.stream(), StandardCharsets.UTF_8)) {
      SVGGraphics2D pen = new SVGGraphics2D(SvgText.empty());
      pen.setSVGCanvasSize(new Dimension(WIDTH, HEIGHT));
      draw(pen, title, panels);
      pen.stream(text, true);
      text.flush();
      file.finish();
    }
  }

  private static BufferedImage bits(String title, List<XYChart> panels) {
    BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = picture.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    draw(pen, title, panels);
    pen.dispose();
    return picture;
  }

  /** Draws on any surface, of bits or of vectors. */
  private static void draw(Graphics2D pen, String title, List<XYChart> panels) {
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    heading(pen, title, 24, 0, WIDTH, 42);
    for (int i = 0; i < panels.size(); i++) {
      int left = i % 2 * CurvePanel.WIDTH;
      int top = HEADING + i / 2 * (PANEL_HEADING + CurvePanel.HEIGHT);
      heading(pen, panels.get(i).getTitle(), 18, left, CurvePanel.WIDTH, top + 28);
      Graphics2D panel = (Graphics2D) pen.create();
      panel.translate(left, top + PANEL_HEADING);
      panels.get(i).paint(panel, CurvePanel.WIDTH, CurvePanel.HEIGHT);
      panel.dispose();
    }
  }

  /** As text, which can be found and read out in the SVG; XChart would draw its outlines. */
  private static void heading(Graphics2D pen, String text, int size, int left, int wide, int base) {
    pen.setColor(Color.DARK_GRAY);
    pen.setFont(SitePanel.font(Font.BOLD, size));
    int margin = (wide - pen.getFontMetrics().stringWidth(text)) / 2;
    pen.drawString(text, left + Math.max(20, margin), base);
  }
}

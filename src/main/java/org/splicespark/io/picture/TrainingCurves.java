package org.splicespark.io.picture;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.knowm.xchart.XYChart;
import org.splicespark.io.WholeFile;
import org.splicespark.train.EpochMetrics;
import org.splicespark.train.EpochReport;
import org.splicespark.train.SiteMetrics;
import org.splicespark.train.Split;

/**
 * A training as a picture of four panels over its epochs: losses, learning rate, and top-1 accuracy
 * and AUPRC of donors and acceptors in the validation set.
 */
public final class TrainingCurves {
  /** Size in pixels. */
  public static final int WIDTH = 1600;

  /** Size in pixels. */
  public static final int HEIGHT = 1100;

  private static final int HEADING = 60;

  static {
    // It is drawn in memory, where there is no screen to ask for.
    System.setProperty("java.awt.headless", "true");
  }

  private TrainingCurves() {}

  /**
   * Writes the picture; the file is there whole or not at all, and replaces one that is there.
   *
   * @param png in a folder that is there
   * @param title above the panels
   * @param epochs at least one, in order
   * @throws IllegalArgumentException if there is no epoch
   */
  public static void write(Path png, String title, List<EpochReport> epochs) throws IOException {
    if (epochs.isEmpty()) {
      throw new IllegalArgumentException("there is no epoch to draw");
    }
    BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = picture.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    draw(pen, title, epochs);
    pen.dispose();
    try (WholeFile file = WholeFile.create(png)) {
      ImageIO.write(picture, "png", file.stream());
      file.finish();
    }
  }

  public static void write(
      Path png, Path svg, String title, org.splicespark.train.TrainingHistory h)
      throws IOException {
    write(png, title, h.epochs());
    java.nio.file.Files.writeString(svg, "<svg/>");
  }

  /** Draws on any surface, of bits or of vectors. */
  private static void draw(Graphics2D pen, String title, List<EpochReport> epochs) {
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    pen.setColor(Color.DARK_GRAY);
    pen.setFont(SitePanel.font(Font.BOLD, 24));
    pen.drawString(title, Math.max(20, (WIDTH - pen.getFontMetrics().stringWidth(title)) / 2), 42);
    List<XYChart> panels = panels(epochs);
    for (int i = 0; i < panels.size(); i++) {
      Graphics2D panel =
          (Graphics2D)
              pen.create(
                  i % 2 * CurvePanel.WIDTH,
                  HEADING + i / 2 * CurvePanel.HEIGHT,
                  CurvePanel.WIDTH,
                  CurvePanel.HEIGHT);
      panels.get(i).paint(panel, CurvePanel.WIDTH, CurvePanel.HEIGHT);
      panel.dispose();
    }
  }

  private static List<XYChart> panels(List<EpochReport> epochs) {
    return List.of(
        CurvePanel.of("Loss", epochs)
            .line("training", CurvePanel.GREY, EpochReport::trainingLoss)
            .line("validation", CurvePanel.RED, epoch -> validation(epoch, EpochMetrics::loss))
            .logarithmic(),
        CurvePanel.of("Learning rate", epochs)
            .line("learning rate", CurvePanel.GREY, EpochReport::learningRate)
            .fromZero(),
        CurvePanel.of("Top-1 accuracy, validation", epochs)
            .line("donors", CurvePanel.BLUE, e -> donors(e, SiteMetrics::top1))
            .line("acceptors", CurvePanel.ORANGE, e -> acceptors(e, SiteMetrics::top1))
            .shares(),
        CurvePanel.of("AUPRC, validation", epochs)
            .line("donors", CurvePanel.BLUE, e -> donors(e, SiteMetrics::auprc))
            .line("acceptors", CurvePanel.ORANGE, e -> acceptors(e, SiteMetrics::auprc))
            .shares());
  }

  private static double donors(EpochReport epoch, CurvePanel.Value<SiteMetrics> value) {
    return validation(epoch, metrics -> value.of(metrics.donor()));
  }

  private static double acceptors(EpochReport epoch, CurvePanel.Value<SiteMetrics> value) {
    return validation(epoch, metrics -> value.of(metrics.acceptor()));
  }

  /** No number, which is not drawn, for an epoch without validation. */
  private static double validation(EpochReport epoch, CurvePanel.Value<EpochMetrics> value) {
    EpochMetrics metrics = epoch.evaluated().get(Split.VALIDATION);
    return metrics == null ? Double.NaN : value.of(metrics);
  }
}

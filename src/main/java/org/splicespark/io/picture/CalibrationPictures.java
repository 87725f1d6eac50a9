package org.splicespark.io.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.knowm.xchart.XYChart;
import org.splicespark.calibrate.Comparison;
import org.splicespark.calibrate.Temperature;
import org.splicespark.io.WholeFile;

/** A calibration in pictures, see {@link CalibrationPanels}. */
public final class CalibrationPictures {
  static {
    // It is drawn in memory, where there is no screen to ask for.
    System.setProperty("java.awt.headless", "true");
  }

  private CalibrationPictures() {}

  /** Writes how often each class is true by its probability, before and after: a panel a class. */
  public static void reliability(Path png, Comparison set) throws IOException {
    write(png, CalibrationPanels.reliability(set));
  }

  /** Writes which probabilities the places of each class get, before and after: a panel a class. */
  public static void scores(Path png, Comparison set) throws IOException {
    write(png, CalibrationPanels.scores(set));
  }

  /** Writes what a temperature makes of a probability. */
  public static void map(Path png, Temperature temperature) throws IOException {
    write(png, List.of(CalibrationPanels.map(temperature)));
  }

  /** The file is there whole or not at all, and replaces one that is there. */
  private static void write(Path png, List<XYChart> panels) throws IOException {
    BufferedImage picture =
        new BufferedImage(
            panels.size() * ProbabilityPanel.WIDTH,
            ProbabilityPanel.HEIGHT,
            BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = picture.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, picture.getWidth(), picture.getHeight());
    for (int i = 0; i < panels.size(); i++) {
      Graphics2D panel = (Graphics2D) pen.create();
      panel.translate(i * ProbabilityPanel.WIDTH, 0);
      panels.get(i).paint(panel, ProbabilityPanel.WIDTH, ProbabilityPanel.HEIGHT);
      panel.dispose();
    }
    pen.dispose();
    try (WholeFile file = WholeFile.create(png)) {
      ImageIO.write(picture, "png", file.stream());
      file.finish();
    }
  }
}

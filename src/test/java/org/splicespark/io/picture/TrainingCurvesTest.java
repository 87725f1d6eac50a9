package org.splicespark.io.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.splicespark.io.training.Reports;
import org.splicespark.train.EpochReport;
import org.splicespark.train.Split;

class TrainingCurvesTest {
  /** Left of the legends, below the titles. */
  private static final int PLOT_END = 600;

  @TempDir Path folder;

  @Test
  void thePictureIsAPngOfItsSizeAndReplacesTheOneBefore() throws IOException {
    Path png = Files.writeString(folder.resolve("curves.png"), "old");
    TrainingCurves.write(png, "Training", training(10));
    BufferedImage picture = ImageIO.read(png.toFile());
    assertEquals(TrainingCurves.WIDTH, picture.getWidth());
    assertEquals(TrainingCurves.HEIGHT, picture.getHeight());
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(png), files.toList());
    }
  }

  @Test
  void theBetterTheSitesAreFoundTheHigherTheLine() throws IOException {
    BufferedImage picture = written(training(10));
    for (int panel = 0; panel < 2; panel++) {
      int left = panel * CurvePanel.WIDTH;
      int early = height(picture, CurvePanel.BLUE, left, left + 200);
      int late = height(picture, CurvePanel.BLUE, left + 450, left + PLOT_END);
      assertTrue(late < early - 50, "from " + early + " to " + late);
      assertTrue(
          height(picture, CurvePanel.BLUE, left + 450, left + PLOT_END)
              < height(picture, CurvePanel.ORANGE, left + 450, left + PLOT_END),
          "donors above acceptors");
    }
  }

  @Test
  void oneEpochAndEpochsWithoutValidationArePicturesToo() throws IOException {
    assertTrue(has(written(training(1)), CurvePanel.BLUE));
    BufferedImage without = written(List.of(Reports.epoch(0, 0.5), Reports.epoch(1, 0.6)));
    assertFalse(has(without, CurvePanel.BLUE));
    assertTrue(has(without, CurvePanel.GREY));
  }

  @Test
  void noEpochIsRejected() {
    assertThrows(IllegalArgumentException.class, () -> written(List.of()));
  }

  private BufferedImage written(List<EpochReport> epochs) throws IOException {
    Path png = folder.resolve("curves.png");
    TrainingCurves.write(png, "Training of a test", epochs);
    return ImageIO.read(png.toFile());
  }

  private static List<EpochReport> training(int epochs) {
    return IntStream.range(0, epochs)
        .mapToObj(i -> Reports.epoch(i, 1 - Math.exp(-0.4 * (i + 1)), Split.VALIDATION))
        .toList();
  }

  private static boolean has(BufferedImage picture, Color colour) {
    return height(picture, colour, 0, TrainingCurves.WIDTH) < TrainingCurves.HEIGHT;
  }

  /** The uppermost pixel of a colour in the lower panels, from the top. */
  private static int height(BufferedImage picture, Color colour, int from, int to) {
    for (int y = 60; y < TrainingCurves.HEIGHT; y++) {
      for (int x = from; x < to; x++) {
        if (picture.getRGB(x, y) == colour.getRGB()) {
          return y;
        }
      }
    }
    return TrainingCurves.HEIGHT;
  }
}

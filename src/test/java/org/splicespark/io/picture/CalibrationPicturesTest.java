package org.splicespark.io.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knowm.xchart.XYChart;
import org.splicespark.calibrate.Comparison;
import org.splicespark.calibrate.RandomLogits;
import org.splicespark.calibrate.Temperature;

class CalibrationPicturesTest {
  private static final Temperature TEMPERATURE = new Temperature(1, 0.5, 2);

  @TempDir Path folder;

  private static Comparison comparison() {
    Comparison comparison = Comparison.with(TEMPERATURE);
    RandomLogits.batches(20, TEMPERATURE, 4).forEach(comparison::add);
    return comparison;
  }

  @Test
  void everyPictureHasAPanelAClassAndBothLinesInIt() throws IOException {
    Path reliability = folder.resolve("reliability.png");
    CalibrationPictures.reliability(reliability, comparison());
    Path scores = folder.resolve("scores.png");
    CalibrationPictures.scores(scores, comparison());
    for (Path png : List.of(reliability, scores)) {
      BufferedImage picture = ImageIO.read(png.toFile());
      assertEquals(3 * ProbabilityPanel.WIDTH, picture.getWidth());
      for (int panel = 0; panel < 3; panel++) {
        assertTrue(has(picture, panel, CurvePanel.BLUE.getRGB()), png + ", panel " + panel);
        assertTrue(has(picture, panel, CurvePanel.GREY.getRGB()), png + ", panel " + panel);
      }
    }
  }

  private static boolean has(BufferedImage picture, int panel, int colour) {
    for (int x = panel * ProbabilityPanel.WIDTH; x < (panel + 1) * ProbabilityPanel.WIDTH; x++) {
      for (int y = 0; y < ProbabilityPanel.HEIGHT; y++) {
        if (picture.getRGB(x, y) == colour) {
          return true;
        }
      }
    }
    return false;
  }

  @Test
  void theMapRaisesWhatGetsSurerAndKeepsItsEnds() throws IOException {
    XYChart map = CalibrationPanels.map(TEMPERATURE);
    double[] acceptor = map.getSeriesMap().get("acceptor").getYData();
    double[] original = map.getSeriesMap().get("acceptor").getXData();
    assertEquals(0, acceptor[0]);
    assertEquals(1, acceptor[acceptor.length - 1]);
    int half = Arrays.binarySearch(original, 0.5);
    // Odds of 1 : 1 become those of 1/4 : 1/2.
    assertEquals(1 / 3.0, acceptor[half], 1e-12);
    assertEquals(
        Math.sqrt(0.5) / (Math.sqrt(0.5) + 0.5),
        map.getSeriesMap().get("donor").getYData()[half],
        1e-12);
    Path png = folder.resolve("map.png");
    CalibrationPictures.map(png, TEMPERATURE);
    assertTrue(has(ImageIO.read(png.toFile()), 0, CurvePanel.ORANGE.getRGB()));
  }

  @Test
  void aSetWithoutSitesIsAPictureToo() throws IOException {
    Comparison none = Comparison.with(TEMPERATURE);
    none.add(new org.splicespark.calibrate.LabelledLogits(1, new float[] {30, 0, 0}, new byte[1]));
    Path png = folder.resolve("none.png");
    CalibrationPictures.reliability(png, none);
    CalibrationPictures.scores(png, none);
    assertTrue(ImageIO.read(png.toFile()).getWidth() > 0);
  }
}

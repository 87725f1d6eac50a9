package org.splicespark.io.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.XYStyler;
import org.splicespark.io.training.Reports;
import org.splicespark.train.EpochReport;
import org.splicespark.train.RoundReport;
import org.splicespark.train.Split;
import org.splicespark.train.TrainingHistory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class TrainingCurvesTest {
  /** Within the plot of a panel, from its left, in pixels. */
  private static final int PLOT_END = 600;

  @TempDir Path folder;

  @Test
  void thePicturesReplaceThoseBeforeAndThePngHasItsSize() throws IOException {
    Path png = Files.writeString(folder.resolve("curves.png"), "old");
    Path svg = Files.writeString(folder.resolve("curves.svg"), "old");
    BufferedImage picture = written(training(10, 0));
    assertEquals(TrainingCurves.WIDTH, picture.getWidth());
    assertEquals(TrainingCurves.HEIGHT, picture.getHeight());
    assertTrue(Files.readString(svg).startsWith("<?xml"));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(Set.of(png, svg), files.collect(Collectors.toSet()));
    }
  }

  @Test
  void theSvgIsXmlWithTheTitlesAsText() throws Exception {
    written(training(2, 3));
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    // The document type is a page on the web.
    factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
    Document svg = factory.newDocumentBuilder().parse(folder.resolve("curves.svg").toFile());
    NodeList texts = svg.getElementsByTagName("text");
    assertEquals(
        List.of(
            "Training of a test <1>",
            "Loss",
            "Learning rate",
            "Top-1 accuracy, validation",
            "AUPRC, validation"),
        IntStream.range(0, texts.getLength())
            .mapToObj(i -> texts.item(i).getTextContent())
            .toList());
  }

  @Test
  void roundsEndWithinTheirEpochsAndThoseOfAnUnfinishedOneAreLeftOut() {
    TrainingHistory whole = training(2, 4);
    List<RoundReport> rounds = new ArrayList<>(whole.rounds());
    rounds.remove(7);
    rounds.remove(6);
    rounds.add(new RoundReport(2, 0, 9, 36, 1, 0.5, 1e-3));
    XYChart losses = TrainingPanels.of(new TrainingHistory(rounds, whole.epochs())).get(0);
    XYSeries line = losses.getSeriesMap().get("training, by rounds");
    assertArrayEquals(new double[] {0.25, 0.5, 0.75, 1, 1.5, 2}, line.getXData());
    assertEquals(1 / 6.0, line.getYData()[5], 1e-15);
  }

  @Test
  void aLossThatIsNoNumberIsLeftOut() {
    TrainingHistory whole = training(1, 1);
    RoundReport diverged = new RoundReport(0, 1, 2, 36, 1, Double.NaN, 1e-3);
    List<RoundReport> rounds = List.of(whole.rounds().get(0), diverged);
    XYChart losses = TrainingPanels.of(new TrainingHistory(rounds, whole.epochs())).get(0);
    assertArrayEquals(
        new double[] {0.5}, losses.getSeriesMap().get("training, by rounds").getXData());
  }

  @Test
  void labelsOfLossesAreLogarithmicAsTheirAxisIsAndTheSameInAllCountries() {
    XYStyler style = TrainingPanels.of(training(1, 1)).get(0).getStyler();
    assertTrue(style.isYAxisLogarithmic());
    // XChart would put the labels of a linear axis there.
    assertNull(style.getyAxisTickLabelsFormattingFunction());
    assertEquals(Locale.ROOT, style.getLocale());
  }

  @Test
  void roundsAreDrawnFromTheBeginningOn() throws IOException {
    assertTrue(has(written(training(2, 50)), CurvePanel.PALE));
    assertFalse(has(written(training(2, 0)), CurvePanel.PALE));
  }

  @Test
  void theBetterTheSitesAreFoundTheHigherTheLine() throws IOException {
    BufferedImage picture = written(training(10, 20));
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
    assertTrue(has(written(training(1, 0)), CurvePanel.BLUE));
    BufferedImage without = written(history(Reports.epoch(0, 0.5), Reports.epoch(1, 0.6)));
    assertFalse(has(without, CurvePanel.BLUE));
    assertTrue(has(without, CurvePanel.GREY));
  }

  @Test
  void noEpochIsRejected() {
    assertThrows(IllegalArgumentException.class, () -> written(history()));
  }

  private BufferedImage written(TrainingHistory history) throws IOException {
    Path png = folder.resolve("curves.png");
    TrainingCurves.write(png, folder.resolve("curves.svg"), "Training of a test <1>", history);
    return ImageIO.read(png.toFile());
  }

  private static TrainingHistory history(EpochReport... epochs) {
    return new TrainingHistory(List.of(), List.of(epochs));
  }

  /** The loss of the n-th round, from 1, is 1 / n. */
  private static TrainingHistory training(int epochs, int rounds) {
    return new TrainingHistory(
        IntStream.range(0, epochs * rounds)
            .mapToObj(i -> new RoundReport(i / rounds, i % rounds, i, 36, 1, 1.0 / (i + 1), 1e-3))
            .toList(),
        IntStream.range(0, epochs)
            .mapToObj(i -> Reports.epoch(i, 1 - Math.exp(-0.4 * (i + 1)), Split.VALIDATION))
            .toList());
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

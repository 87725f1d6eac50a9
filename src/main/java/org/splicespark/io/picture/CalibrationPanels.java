package org.splicespark.io.picture;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.knowm.xchart.XYChart;
import org.splicespark.calibrate.Calibration;
import org.splicespark.calibrate.Comparison;
import org.splicespark.calibrate.Reliability.Bin;
import org.splicespark.calibrate.Temperature;
import org.splicespark.model.SiteType;

/** The panels of a calibration: before in grey, after in blue. */
final class CalibrationPanels {
  private static final Color BEFORE = CurvePanel.GREY;
  private static final Color AFTER = CurvePanel.BLUE;
  private static final List<String> TITLES = List.of("Neither", "Acceptors", "Donors");
  private static final int STEPS = 200;

  private CalibrationPanels() {}

  static List<XYChart> reliability(Comparison set) {
    return Stream.of(SiteType.values())
        .map(
            type -> {
              ProbabilityPanel panel =
                  panel(type, "Probability", "How often it is true").diagonal();
              curve(panel, "original", BEFORE, set.original(), type);
              return curve(panel, "calibrated", AFTER, set.calibrated(), type).chart();
            })
        .toList();
  }

  private static ProbabilityPanel panel(SiteType type, String below, String beside) {
    return ProbabilityPanel.of(TITLES.get(type.channel()), below, beside);
  }

  private static ProbabilityPanel curve(
      ProbabilityPanel panel, String name, Color colour, Calibration when, SiteType type) {
    List<Bin> bins = when.curve(type).stream().filter(bin -> bin.count() > 0).toList();
    return panel.line(
        name,
        colour,
        true,
        bins.stream().map(Bin::mean).toList(),
        bins.stream().map(Bin::share).toList());
  }

  static List<XYChart> scores(Comparison set) {
    return Stream.of(SiteType.values())
        .map(
            type -> {
              ProbabilityPanel panel =
                  panel(type, "Probability of the true class", "Share of its places");
              steps(panel, "original", BEFORE, set.original().curve(type));
              return steps(panel, "calibrated", AFTER, set.calibrated().curve(type)).chart();
            })
        .toList();
  }

  /** A histogram's outline. */
  private static ProbabilityPanel steps(
      ProbabilityPanel panel, String name, Color colour, List<Bin> bins) {
    double all = Math.max(1, bins.stream().mapToLong(Bin::hits).sum());
    List<Double> across = new ArrayList<>();
    List<Double> up = new ArrayList<>();
    for (Bin bin : bins) {
      across.addAll(List.of(bin.from(), bin.to()));
      up.addAll(List.of(bin.hits() / all, bin.hits() / all));
    }
    return panel.line(name, colour, false, across, up);
  }

  /**
   * What becomes of the probability of a site at a place that is either this site or none. With a
   * temperature for each class that takes more than a probability; the logits are its logarithms
   * here, as in the published program's map.
   */
  static XYChart map(Temperature temperature) {
    return ProbabilityPanel.of("Temperature map", "Original probability", "Calibrated probability")
        .diagonal()
        .line("acceptor", CurvePanel.ORANGE, false, originals(), mapped(temperature, 1))
        .line("donor", CurvePanel.BLUE, false, originals(), mapped(temperature, 2))
        .chart();
  }

  private static List<Double> originals() {
    return IntStream.rangeClosed(0, STEPS).mapToObj(i -> (double) i / STEPS).toList();
  }

  private static List<Double> mapped(Temperature temperature, int site) {
    double[] factors = temperature.factors();
    return originals().stream()
        .map(
            p ->
                Math.pow(p, factors[site])
                    / (Math.pow(p, factors[site]) + Math.pow(1 - p, factors[0])))
        .toList();
  }
}

package org.splicespark.io.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.ChartTheme;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.splicespark.train.EpochReport;
import org.splicespark.train.RoundReport;
import org.splicespark.train.TrainingHistory;

/** Values over epochs: a line with a dot for each epoch, or a thin line through the rounds. */
final class CurvePanel {
  static final int WIDTH = 800;
  static final int HEIGHT = 480;
  static final Color BLUE = new Color(0x2F6FC4);
  static final Color ORANGE = new Color(0xE08A00);
  static final Color RED = new Color(0xC8372D);
  static final Color GREY = new Color(0x606060);
  static final Color PALE = new Color(0xADB5BD);

  private static final List<Double> NOWHERE = List.of(Double.NaN, Double.NaN, Double.NaN);

  private final XYChart chart;
  private final TrainingHistory history;
  private final Map<Integer, Long> roundsOf;
  private final List<Double> drawn = new ArrayList<>();

  private CurvePanel(XYChart chart, TrainingHistory history) {
    this.chart = chart;
    this.history = history;
    this.roundsOf =
        history.rounds().stream()
            .collect(Collectors.groupingBy(RoundReport::epoch, Collectors.counting()));
  }

  /** A number of something. */
  @FunctionalInterface
  interface Value<T> {
    double of(T whole);
  }

  /**
   * @throws IllegalArgumentException if there is no epoch
   */
  static CurvePanel of(String title, TrainingHistory history) {
    if (history.epochs().isEmpty()) {
      throw new IllegalArgumentException("there is no epoch to draw");
    }
    XYChart chart = new XYChart(WIDTH, HEIGHT, ChartTheme.XChart);
    chart.setTitle(title);
    CurveAxes.style(chart, history.epochs());
    CurvePanel panel = new CurvePanel(chart, history);
    panel.unhinge();
    return panel;
  }

  /** XChart labels only places of values where those are evenly spaced, as rounds are: not so. */
  private void unhinge() {
    double first = history.epochs().get(0).epoch();
    XYSeries none = chart.addSeries(" ", List.of(first, first + 0.25, last() + 1.0), NOWHERE);
    none.setMarker(SeriesMarkers.NONE).setLineStyle(SeriesLines.NONE).setShowInLegend(false);
  }

  private int last() {
    return history.epochs().get(history.epochs().size() - 1).epoch();
  }

  /** Adds a line through the epochs' values that are numbers. */
  CurvePanel epochs(String name, Color colour, Value<EpochReport> value) {
    // What is known at an epoch's end is drawn there.
    return line(name, colour, 2.5f, history.epochs(), epoch -> epoch.epoch() + 1.0, value);
  }

  /** Adds a thin line through the rounds' values that are numbers, of epochs that are done. */
  CurvePanel rounds(String name, Color colour, Value<RoundReport> value) {
    List<RoundReport> done =
        history.rounds().stream().filter(round -> round.epoch() <= last()).toList();
    return line(name, colour, 1.4f, done, this::end, value);
  }

  /** Where a round ends, in epochs. */
  private double end(RoundReport round) {
    return round.epoch() + (round.round() + 1.0) / roundsOf.get(round.epoch());
  }

  private <T> CurvePanel line(
      String name, Color colour, float width, List<T> parts, Value<T> place, Value<T> value) {
    List<T> known = parts.stream().filter(part -> Double.isFinite(value.of(part))).toList();
    if (!known.isEmpty()) {
      List<Double> values = known.stream().map(value::of).toList();
      XYSeries series = chart.addSeries(name, known.stream().map(place::of).toList(), values);
      series.setLineColor(colour).setLineStyle(new BasicStroke(width));
      // Rounds are too many for dots, but one alone is no line.
      boolean dots = width > 2 || known.size() == 1;
      series.setMarker(dots ? SeriesMarkers.CIRCLE : SeriesMarkers.NONE).setMarkerColor(colour);
      drawn.addAll(values);
    }
    return this;
  }

  /** The panel with a logarithmic axis for losses. */
  XYChart logarithmic() {
    CurveAxes.logarithmic(chart, drawn);
    return chart;
  }

  /** The panel from 0 to above the largest value. */
  XYChart fromZero() {
    CurveAxes.fromZero(chart, drawn);
    return chart;
  }

  /** The panel from 0 to 1. */
  XYChart shares() {
    CurveAxes.fromTo(chart, 0, 1);
    return chart;
  }
}

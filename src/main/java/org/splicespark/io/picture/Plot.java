package org.splicespark.io.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler.ChartTheme;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * A small plot for a page, as wide as a telephone. Titles and names are the page's own text; the
 * plot has axes, lines and labels at points. Values that are no numbers are left out.
 */
public final class Plot {
  static final int WIDTH = 440;
  static final int HEIGHT = 250;

  static {
    // It is drawn in memory, where there is no screen to ask for.
    System.setProperty("java.awt.headless", "true");
  }

  private final XYChart chart = new XYChart(WIDTH, HEIGHT, ChartTheme.XChart);
  private final double bottom;
  private final double top;

  /**
   * An empty plot of a stretch of both axes.
   *
   * @throws IllegalArgumentException if a stretch has no length
   */
  public Plot(double left, double right, double bottom, double top) {
    if (!(left < right && bottom < top)) {
      throw new IllegalArgumentException("nothing to draw on: " + left + " to " + right);
    }
    this.bottom = bottom;
    this.top = top;
    PlotStyle.apply(chart.getStyler());
    chart.getStyler().setXAxisMin(left).setXAxisMax(right).setYAxisMin(bottom).setYAxisMax(top);
    // XChart labels only places of values where those are evenly spaced: not so.
    double step = (right - left) / 4;
    add(List.of(left, left + step / 3, right), List.of(Double.NaN, Double.NaN, Double.NaN))
        .setMarker(SeriesMarkers.NONE);
  }

  /**
   * A vertical axis of counts by their size, labelled with the counts: 0 is at 0, 1 at 1, 10 at 2,
   * 100 at 3 and so on.
   */
  public Plot powers() {
    chart.getStyler().setYAxisTickMarkSpacingHint(spacing(HEIGHT, top - bottom));
    chart.getStyler().setyAxisTickLabelsFormattingFunction(PlotStyle::power);
    return this;
  }

  /** A vertical axis on which only 0 to 1 is labelled. */
  Plot shares() {
    chart.getStyler().setyAxisTickLabelsFormattingFunction(PlotStyle::share);
    return this;
  }

  /** A horizontal axis of whole numbers. */
  public Plot wholeSteps() {
    double wide = chart.getStyler().getXAxisMax() - chart.getStyler().getXAxisMin();
    chart.getStyler().setXAxisTickMarkSpacingHint(Math.max(40, spacing(WIDTH, wide)));
    chart.getStyler().setxAxisTickLabelsFormattingFunction(PlotStyle::whole);
    return this;
  }

  /** XChart takes the next of 1, 2 and 5 times a power of ten: steps of 1 for most. */
  private static int spacing(int pixels, double steps) {
    return (int) Math.max(8, 0.7 * pixels / steps);
  }

  /** A line through points. */
  public Plot line(Ink ink, List<Double> across, List<Double> up) {
    return line(ink, 2f, across, up);
  }

  /** A line of its own width, in pixels of the plot. */
  Plot line(Ink ink, float width, List<Double> across, List<Double> up) {
    List<Integer> known = known(across, up);
    if (known.size() == 1) {
      return dots(ink, across, up);
    }
    if (!known.isEmpty()) {
      XYSeries series = add(pick(across, known), pick(up, known));
      series.setMarker(SeriesMarkers.NONE).setLineColor(ink.colour());
      series.setLineStyle(new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
    }
    return this;
  }

  /** A line through points with a dot at each. */
  public Plot dots(Ink ink, List<Double> across, List<Double> up) {
    List<Integer> known = known(across, up);
    if (!known.isEmpty()) {
      XYSeries series = add(pick(across, known), pick(up, known));
      series.setMarker(SeriesMarkers.CIRCLE).setMarkerColor(ink.colour());
      series.setLineColor(ink.colour()).setLineStyle(new BasicStroke(1.6f));
    }
    return this;
  }

  /** What is below a line. */
  public Plot area(Ink ink, List<Double> across, List<Double> up) {
    Color colour = ink.colour();
    XYSeries series = add(across, up);
    series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Area).setMarker(SeriesMarkers.NONE);
    series.setFillColor(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 90));
    series.setLineColor(colour).setLineStyle(new BasicStroke(1.2f));
    return this;
  }

  /** A dotted line from bottom to top, with words beside its upper end. */
  public Plot rule(double place, String words) {
    line(List.of(place, place), List.of(bottom, top));
    return words.isEmpty()
        ? this
        : mark(place, top - 0.06 * (top - bottom), PlotMarkers.label(words, text(), RIGHT));
  }

  /** A dotted line from corner to corner. */
  public Plot diagonal() {
    line(
        List.of(chart.getStyler().getXAxisMin(), chart.getStyler().getXAxisMax()),
        List.of(bottom, top));
    return this;
  }

  private static final PlotMarkers.Side RIGHT = PlotMarkers.Side.RIGHT;

  private static Color text() {
    return Ink.TEXT.colour();
  }

  private void line(List<Double> across, List<Double> up) {
    XYSeries series = add(across, up);
    series.setMarker(SeriesMarkers.NONE).setLineColor(Ink.GREY.colour());
    series.setLineStyle(SeriesLines.DASH_DASH);
  }

  /** Words at a point. */
  Plot label(double across, double up, String words, PlotMarkers.Side side) {
    return mark(across, up, PlotMarkers.label(words, text(), side));
  }

  Plot mark(double across, double up, Marker marker) {
    XYSeries series = add(List.of(across), List.of(up));
    series.setMarker(marker).setLineStyle(SeriesLines.NONE);
    return this;
  }

  private XYSeries add(List<Double> across, List<Double> up) {
    XYSeries series =
        chart.addSeries(String.format(Locale.ROOT, "%d", chart.getSeriesMap().size()), across, up);
    series.setShowInLegend(false);
    return series;
  }

  private static List<Integer> known(List<Double> across, List<Double> up) {
    return IntStream.range(0, across.size())
        .filter(i -> Double.isFinite(across.get(i)) && Double.isFinite(up.get(i)))
        .boxed()
        .toList();
  }

  private static List<Double> pick(List<Double> values, List<Integer> places) {
    return places.stream().map(values::get).toList();
  }

  /**
   * The plot as an {@code svg} element.
   *
   * @param name no other plot of the page has it
   */
  public String svg(String name) {
    return SvgText.of(name, WIDTH, HEIGHT, pen -> chart.paint(pen, WIDTH, HEIGHT));
  }
}

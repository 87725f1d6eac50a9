package org.splicespark.io.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.ChartTheme;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Something over probabilities from 0 to 1. */
final class ProbabilityPanel {
  static final int WIDTH = 560;
  static final int HEIGHT = 520;
  private static final Color INK = new Color(0x333333);
  private static final Color GRID = new Color(0xE2E2E2);

  private final XYChart chart;

  private ProbabilityPanel(XYChart chart) {
    this.chart = chart;
  }

  static ProbabilityPanel of(String title, String below, String beside) {
    XYChart chart = new XYChart(WIDTH, HEIGHT, ChartTheme.XChart);
    chart.setTitle(title);
    chart.setXAxisTitle(below);
    chart.setYAxisTitle(beside);
    style(chart.getStyler());
    return new ProbabilityPanel(chart);
  }

  private static void style(XYStyler style) {
    style.setXAxisMin(0.0).setXAxisMax(1.0).setLocale(Locale.ROOT);
    style.setChartBackgroundColor(Color.WHITE).setChartFontColor(INK).setChartPadding(12);
    style.setChartTitleFont(SitePanel.font(Font.BOLD, 18)).setChartTitleBoxVisible(false);
    style.setAxisTickLabelsFont(SitePanel.font(Font.PLAIN, 14)).setAxisTickLabelsColor(INK);
    style.setAxisTitleFont(SitePanel.font(Font.PLAIN, 15)).setAxisTickMarksColor(GRID);
    style.setPlotGridLinesColor(GRID).setPlotBorderVisible(false).setMarkerSize(6);
    style.setLegendPosition(LegendPosition.InsideNW).setLegendBorderColor(Color.WHITE);
    style.setLegendFont(SitePanel.font(Font.PLAIN, 14));
    style.setYAxisDecimalPattern("0.###");
    style.setXAxisDecimalPattern("0.0").setPlotContentSize(0.98);
  }

  /** Adds where probabilities are what they say, and makes both axes equal. */
  ProbabilityPanel diagonal() {
    XYSeries line = chart.addSeries("as it says", List.of(0.0, 1.0), List.of(0.0, 1.0));
    line.setMarker(SeriesMarkers.NONE).setLineStyle(SeriesLines.DASH_DASH);
    line.setLineColor(CurvePanel.PALE).setShowInLegend(false);
    chart.getStyler().setYAxisMin(0.0).setYAxisMax(1.0).setYAxisDecimalPattern("0.0");
    return this;
  }

  /** Adds a line; no line is added of no points. */
  ProbabilityPanel line(
      String name, Color colour, boolean dots, List<Double> across, List<Double> up) {
    if (!across.isEmpty()) {
      XYSeries line = chart.addSeries(name, across, up);
      line.setMarker(dots ? SeriesMarkers.CIRCLE : SeriesMarkers.NONE).setMarkerColor(colour);
      line.setLineColor(colour).setLineStyle(new BasicStroke(2f));
    }
    return this;
  }

  XYChart chart() {
    return chart;
  }
}

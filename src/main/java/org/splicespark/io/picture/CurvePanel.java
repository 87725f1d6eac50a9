package org.splicespark.io.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.ChartTheme;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.splicespark.train.EpochReport;

/** Values over epochs: a line with a dot for each. */
final class CurvePanel {
  static final int WIDTH = 800;
  static final int HEIGHT = 520;
  static final Color BLUE = new Color(0x2F6FC4);
  static final Color ORANGE = new Color(0xE08A00);
  static final Color RED = new Color(0xC8372D);
  static final Color GREY = new Color(0x606060);

  private static final Color INK = new Color(0x333333);
  private static final Color GRID = new Color(0xE2E2E2);

  private final XYChart chart;
  private final List<EpochReport> epochs;
  private final List<Double> drawn = new ArrayList<>();

  private CurvePanel(XYChart chart, List<EpochReport> epochs) {
    this.chart = chart;
    this.epochs = epochs;
  }

  /** A number of something. */
  @FunctionalInterface
  interface Value<T> {
    double of(T whole);
  }

  static CurvePanel of(String title, List<EpochReport> epochs) {
    XYChart chart = new XYChart(WIDTH, HEIGHT, ChartTheme.XChart);
    chart.setTitle(title);
    chart.setXAxisTitle("Epoch");
    style(chart.getStyler(), epochs);
    return new CurvePanel(chart, epochs);
  }

  /** Adds a line through the values that are numbers. */
  CurvePanel line(String name, Color colour, Value<EpochReport> value) {
    List<Double> places = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    for (EpochReport epoch : epochs) {
      double here = value.of(epoch);
      if (Double.isFinite(here)) {
        // What is known at an epoch's end is drawn there, counted as people do.
        places.add(epoch.epoch() + 1.0);
        values.add(here);
      }
    }
    if (!values.isEmpty()) {
      XYSeries series = chart.addSeries(name, places, values);
      series.setLineColor(colour).setLineStyle(new BasicStroke(2.5f));
      series.setMarker(SeriesMarkers.CIRCLE).setMarkerColor(colour);
      drawn.addAll(values);
    }
    return this;
  }

  /** The panel with whole powers of ten at its ends; one with zeros is not logarithmic. */
  XYChart logarithmic() {
    if (drawn.isEmpty() || drawn.stream().anyMatch(value -> value <= 0)) {
      return fromZero();
    }
    double least = drawn.stream().min(Double::compare).orElseThrow();
    double most = drawn.stream().max(Double::compare).orElseThrow();
    chart.getStyler().setYAxisLogarithmic(true);
    chart.getStyler().setYAxisMin(Math.pow(10, Math.floor(Math.log10(least))));
    chart.getStyler().setYAxisMax(Math.pow(10, Math.ceil(Math.log10(most))));
    chart.getStyler().setyAxisTickLabelsFormattingFunction(CurvePanel::shortest);
    return chart;
  }

  /** The panel from 0 to above the largest value. */
  XYChart fromZero() {
    double most = drawn.stream().max(Double::compare).orElse(1.0);
    chart.getStyler().setYAxisMin(0.0).setYAxisMax(most > 0 ? 1.1 * most : 1);
    chart.getStyler().setyAxisTickLabelsFormattingFunction(CurvePanel::shortest);
    return chart;
  }

  /** The panel from 0 to 1. */
  XYChart shares() {
    chart.getStyler().setYAxisMin(0.0).setYAxisMax(1.0);
    chart.getStyler().setyAxisTickLabelsFormattingFunction(CurvePanel::shortest);
    return chart;
  }

  private static String shortest(double value) {
    String text = String.format(Locale.ROOT, "%.3g", value);
    return text.contains(".") && !text.contains("e")
        ? text.replaceAll("0+$", "").replaceAll("\\.$", "")
        : text.replaceAll("\\.?0*e", "e");
  }

  private static void style(XYStyler style, List<EpochReport> epochs) {
    style.setXAxisMin(epochs.get(0).epoch() + 0.5);
    style.setXAxisMax(epochs.get(epochs.size() - 1).epoch() + 1.5);
    style.setxAxisTickLabelsFormattingFunction(
        epoch -> epoch == Math.rint(epoch) ? Long.toString(Math.round(epoch)) : "");
    style.setChartBackgroundColor(Color.WHITE).setChartFontColor(INK).setChartPadding(14);
    style.setChartTitleFont(SitePanel.font(Font.BOLD, 18)).setChartTitleBoxVisible(false);
    style.setAxisTickLabelsFont(SitePanel.font(Font.PLAIN, 14));
    style.setAxisTitleFont(SitePanel.font(Font.PLAIN, 16)).setAxisTickLabelsColor(INK);
    style.setYAxisTitleVisible(false).setAxisTickMarksColor(GRID);
    style.setPlotGridVerticalLinesVisible(false).setPlotGridLinesColor(GRID);
    style.setPlotBorderVisible(false).setPlotContentSize(0.96).setMarkerSize(7);
    style.setLegendPosition(LegendPosition.InsideSE).setLegendBorderColor(GRID);
    style.setLegendFont(SitePanel.font(Font.PLAIN, 15));
  }
}

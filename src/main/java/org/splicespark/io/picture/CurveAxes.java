package org.splicespark.io.picture;

import java.awt.Color;
import java.awt.Font;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.AxesChartStyler.TextAlignment;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.splicespark.train.EpochReport;

/** Axes and letters of a {@link CurvePanel}. */
final class CurveAxes {
  private static final Color INK = new Color(0x333333);
  private static final Color GRID = new Color(0xE2E2E2);

  /** Between labels of epochs, in pixels. */
  private static final int LEAST_SPACING = 40;

  /** Above the plot's height, XChart leaves a logarithmic vertical axis without labels. */
  private static final int MOST_SPACING = 320;

  private CurveAxes() {}

  /** All but the vertical axis. */
  static void style(XYChart chart, List<EpochReport> epochs) {
    chart.setXAxisTitle("Epochs");
    XYStyler style = chart.getStyler();
    style.setXAxisMin((double) epochs.get(0).epoch());
    style.setXAxisMax(epochs.get(epochs.size() - 1).epoch() + 1.0);
    // XChart takes the next of 1, 2 and 5 times a power of ten: whole epochs, with room for labels.
    int wide = Math.min(MOST_SPACING, (int) (0.8 * CurvePanel.WIDTH / epochs.size()));
    style.setXAxisTickMarkSpacingHint(Math.max(LEAST_SPACING, wide));
    style.setxAxisTickLabelsFormattingFunction(CurveAxes::whole);
    style.setYAxisLabelAlignment(TextAlignment.Right).setLocale(Locale.ROOT);
    style.setChartBackgroundColor(Color.WHITE).setChartFontColor(INK).setChartPadding(14);
    style.setChartTitleVisible(false);
    style.setAxisTickLabelsFont(SitePanel.font(Font.PLAIN, 14));
    style.setAxisTitleFont(SitePanel.font(Font.PLAIN, 16)).setAxisTickLabelsColor(INK);
    style.setYAxisTitleVisible(false).setAxisTickMarksColor(GRID);
    style.setPlotGridVerticalLinesVisible(false).setPlotGridLinesColor(GRID);
    style.setPlotBorderVisible(false).setPlotContentSize(0.96).setMarkerSize(7);
    // Below the plot, where it hides no line.
    style.setLegendPosition(LegendPosition.OutsideS).setLegendLayout(LegendLayout.Horizontal);
    style.setLegendFont(SitePanel.font(Font.PLAIN, 15)).setLegendBorderColor(Color.WHITE);
    style.setLegendPadding(18);
  }

  /** With whole powers of ten at its ends; zeros and no values are not logarithmic. */
  static void logarithmic(XYChart chart, List<Double> drawn) {
    double least = drawn.stream().min(Double::compare).orElse(0.0);
    if (least <= 0) {
      fromZero(chart, drawn);
      return;
    }
    double most = drawn.stream().max(Double::compare).orElseThrow();
    XYStyler style = chart.getStyler();
    // Without a function for its labels: XChart would put those of a linear axis there.
    style.setYAxisLogarithmic(true).setYAxisDecimalPattern("0.######");
    style.setYAxisMin(Math.pow(10, Math.floor(Math.log10(least))));
    style.setYAxisMax(Math.pow(10, Math.ceil(Math.log10(most))));
  }

  /** From 0 to above the largest value. */
  static void fromZero(XYChart chart, List<Double> drawn) {
    double most = drawn.stream().max(Double::compare).orElse(1.0);
    fromTo(chart, 0, most > 0 ? 1.1 * most : 1);
  }

  static void fromTo(XYChart chart, double least, double most) {
    chart.getStyler().setYAxisMin(least).setYAxisMax(most);
    chart.getStyler().setyAxisTickLabelsFormattingFunction(CurveAxes::shortest);
  }

  /** A single epoch is too wide for the spacing: its middle stays blank. */
  private static String whole(double epoch) {
    return epoch == Math.rint(epoch) ? Long.toString(Math.round(epoch)) : " ";
  }

  private static String shortest(double value) {
    String text = String.format(Locale.ROOT, "%.3g", value);
    return text.contains(".") && !text.contains("e")
        ? text.replaceAll("0+$", "").replaceAll("\\.$", "")
        : text.replaceAll("\\.?0*e", "e");
  }
}

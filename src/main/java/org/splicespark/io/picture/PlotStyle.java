package org.splicespark.io.picture;

import java.awt.Color;
import java.awt.Font;
import java.util.Locale;
import org.knowm.xchart.style.AxesChartStyler.TextAlignment;
import org.knowm.xchart.style.XYStyler;

/** Axes and letters of a {@link Plot}. */
final class PlotStyle {
  private static final Color NONE = new Color(255, 255, 255, 0);

  private PlotStyle() {}

  static void apply(XYStyler style) {
    style.setChartBackgroundColor(NONE).setChartFontColor(Ink.TEXT.colour()).setChartPadding(4);
    style.setChartTitleVisible(false).setLegendVisible(false);
    style.setLocale(Locale.ROOT);
    style.setPlotBackgroundColor(NONE).setPlotBorderVisible(false).setPlotContentSize(0.98);
    style.setPlotGridLinesColor(Ink.GRID.colour()).setPlotGridVerticalLinesVisible(false);
    style.setAxisTitlesVisible(false).setAxisTickMarksColor(Ink.GRID.colour());
    style.setAxisTickLabelsFont(SitePanel.font(Font.PLAIN, 12));
    style.setAxisTickLabelsColor(Ink.TEXT.colour()).setMarkerSize(5);
    style.setYAxisLabelAlignment(TextAlignment.Right);
    style.setYAxisTickMarkSpacingHint(40).setXAxisTickMarkSpacingHint(70);
    style.setxAxisTickLabelsFormattingFunction(PlotStyle::number);
    style.setyAxisTickLabelsFormattingFunction(PlotStyle::number);
  }

  /** As few digits as say it; many zeros as k and M. */
  static String number(double value) {
    double size = Math.abs(value);
    if (size >= 1e6) {
      return shortest(value / 1e6) + "M";
    }
    return size >= 1e4 ? shortest(value / 1e3) + "k" : shortest(value);
  }

  /** The count that stands at a whole number, see {@link Plot#powers}. */
  static String power(double value) {
    if (Math.abs(value) < 1e-6) {
      return "0";
    }
    boolean whole = Math.abs(value - Math.rint(value)) < 1e-6;
    return whole ? number(Math.pow(10, Math.rint(value) - 1)) : blank(value);
  }

  static String share(double value) {
    return value > -1e-6 && value < 1 + 1e-6 ? number(value) : blank(value);
  }

  static String whole(double value) {
    return Math.abs(value - Math.rint(value)) < 1e-6 ? number(Math.rint(value)) : blank(value);
  }

  /**
   * Nothing to be seen. XChart leaves out all labels and lines if the first is of plain blanks, or
   * if two are alike.
   */
  private static String blank(double value) {
    return "\u00a0" + "\u200b".repeat((int) (Math.abs(Math.round(value * 10)) % 100));
  }

  private static String shortest(double value) {
    if (Math.abs(value) < 1e-12) {
      return "0";
    }
    if (Math.abs(value) < 1e-3) {
      return String.format(Locale.ROOT, "%.0e", value).replaceAll("e-0*", "e\u2212");
    }
    String text = String.format(Locale.ROOT, "%.4f", value);
    return text.replaceAll("0+$", "").replaceAll("\\.$", "").replace('-', '\u2212');
  }
}

package org.splicespark.io.picture;

import java.awt.Color;
import java.awt.Font;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.style.CategoryStyler;
import org.knowm.xchart.style.Styler.ChartTheme;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.splicespark.dataset.SiteComposition;

/** The bases around one type of site: for each place a bar of shares that sum up to 100 %. */
final class SitePanel {
  private static final List<String> SYMBOLS = List.of("A", "C", "G", "T", "none");

  /** Bases in the colours of the field; grey for what is no base. */
  static final List<Color> COLOURS =
      List.of(
          new Color(0x2E9E4F),
          new Color(0x2F6FC4),
          new Color(0xF2A51E),
          new Color(0xD33B32),
          new Color(0xB8B8B8));

  private static final Color INK = new Color(0x333333);
  private static final Color GRID = new Color(0xDDDDDD);

  private SitePanel() {}

  /**
   * @param legend whether the panel says which colour is which base
   */
  static CategoryChart of(
      String title, SiteComposition sites, boolean legend, int width, int height) {
    CategoryChart chart = new CategoryChart(width, height, ChartTheme.XChart);
    chart.setTitle(String.format(Locale.ROOT, "%s (%,d sites)", title, sites.sites()));
    chart.setXAxisTitle("Bases from the boundary");
    chart.setYAxisTitle("Share of the sites");
    List<String> places = places(sites);
    for (int symbol = 0; symbol < SYMBOLS.size(); symbol++) {
      chart.addSeries(SYMBOLS.get(symbol), places, shares(sites, symbol));
    }
    style(chart.getStyler(), legend);
    return chart;
  }

  /** Signs tell what is left of the boundary and what is right; it has a place of its own. */
  private static List<String> places(SiteComposition sites) {
    List<String> places = new ArrayList<>();
    for (int i = 0; i < sites.width(); i++) {
      int place = sites.place(i);
      if (place == 1) {
        places.add("|");
      }
      places.add(place < 0 ? "\u2212" + -place : "+" + place);
    }
    return places;
  }

  private static List<Double> shares(SiteComposition sites, int symbol) {
    double all = Math.max(1, sites.sites());
    List<Double> shares = new ArrayList<>();
    for (int i = 0; i < sites.width(); i++) {
      if (sites.place(i) == 1) {
        shares.add(0.0);
      }
      shares.add(100 * sites.counts(i)[symbol] / all);
    }
    return shares;
  }

  private static void style(CategoryStyler style, boolean legend) {
    style.setStacked(true);
    style.setAvailableSpaceFill(0.92);
    style.setSeriesColors(COLOURS.toArray(Color[]::new));
    style.setYAxisMin(0.0).setYAxisMax(100.0);
    style.setyAxisTickLabelsFormattingFunction(share -> Math.round(share) + " %");
    style.setYAxisTickMarkSpacingHint(70);
    style.setPlotGridVerticalLinesVisible(false).setPlotGridLinesColor(GRID);
    style.setAxisTickLabelsFont(font(Font.PLAIN, 14)).setAxisTitleFont(font(Font.PLAIN, 16));
    style.setAxisTickLabelsColor(INK).setAxisTickMarksColor(GRID);
    style.setChartBackgroundColor(Color.WHITE).setChartFontColor(INK).setChartPadding(14);
    style.setChartTitleFont(font(Font.BOLD, 18)).setChartTitleBoxVisible(false);
    style.setPlotBorderVisible(false).setPlotContentSize(0.98).setChartTitlePadding(12);
    style.setLegendVisible(legend).setLegendPosition(LegendPosition.OutsideE);
    style.setLegendFont(font(Font.PLAIN, 16)).setLegendBorderColor(Color.WHITE);
  }

  static Font font(int style, int size) {
    return new Font(Font.SANS_SERIF, style, size);
  }
}

package org.splicespark.io.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class PlotTest {
  private static final List<Double> PLACES = List.of(0.0, 0.5, 1.0);

  private static Plot plot() {
    return new Plot(0, 1, 0, 1).line(Ink.BLUE, PLACES, List.of(0.2, 0.4, 0.8));
  }

  @Test
  void aPlotIsOneElementWithoutASizeOfItsOwn() throws Exception {
    String svg = plot().svg("one");
    var element =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(svg)))
            .getDocumentElement();
    assertEquals("svg", element.getTagName());
    assertEquals("0 0 440 250", element.getAttribute("viewBox"));
    assertEquals("", element.getAttribute("width"));
    assertTrue(svg.contains("rgb(0,114,178)"), "the line's colour, as a style sheet knows it");
  }

  @Test
  void namesWithinAPlotBeginWithItsOwn() {
    String svg = plot().svg("one");
    assertTrue(svg.contains("id=\"one-"), svg.substring(0, 300));
    assertFalse(svg.replace("id=\"one-", "").contains(" id=\"clip"), "a clip without the name");
    assertFalse(svg.contains("url(#clip"), "a reference without the name");
  }

  @Test
  void whatIsNoNumberIsLeftOut() {
    List<Double> holes = List.of(0.2, Double.NaN, Double.POSITIVE_INFINITY);
    String svg =
        new Plot(0, 1, 0, 1).line(Ink.BLUE, PLACES, holes).dots(Ink.GREEN, PLACES, holes).svg("a");
    assertFalse(svg.contains("NaN") || svg.contains("Infinity"), "no place on a plot");
    assertTrue(svg.contains("rgb(0,158,115)"), "the one that is a number");
  }

  @Test
  void axesHaveLabelsWhateverIsLeftBlank() {
    String none = new Plot(0, 1, 0, 1).svg("a").replaceAll("[^<]*<path[^>]*/>", "");
    assertFalse(none.isEmpty());
    // Labels are outlines: one for each of 0, 1, 10, 100, 1000 and for six places below.
    assertTrue(labels(new Plot(0, 1, 0, 4.2).powers()) >= 5 + 6, "powers");
    assertTrue(labels(new Plot(-50, 50, -0.28, 1.18).shares()) >= 6 + 5, "shares");
    assertTrue(labels(new Plot(0, 3, 0, 1).wholeSteps()) >= 6 + 4, "whole steps");
  }

  private static int labels(Plot plot) {
    return plot.svg("a").split("<path", -1).length - 1;
  }

  @Test
  void numbersAreShort() {
    assertEquals("0", PlotStyle.number(-1e-15));
    assertEquals("0.25", PlotStyle.number(0.25));
    assertEquals("\u22123", PlotStyle.number(-3));
    assertEquals("20k", PlotStyle.number(20_000));
    assertEquals("1.5M", PlotStyle.number(1_500_000));
    assertEquals("2e\u22124", PlotStyle.number(2e-4));
    assertEquals("100", PlotStyle.power(3));
    assertEquals("0", PlotStyle.power(0));
    assertTrue(PlotStyle.power(1.5).isBlank() || PlotStyle.power(1.5).startsWith("\u00a0"));
    assertFalse(PlotStyle.share(-0.2).equals(PlotStyle.share(-0.4)));
  }

  @Test
  void aPlotOfNoStretchIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Plot(1, 1, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> new Plot(0, 1, 0, Double.NaN));
  }
}

package org.splicespark.io.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import org.knowm.xchart.style.markers.Marker;

/** What stands at a point of a {@link Plot} beside dots. */
final class PlotMarkers {
  private static final int LETTERS = 12;
  private static final double GAP = 5;

  private PlotMarkers() {}

  /** Where a label stands, seen from its point. */
  enum Side {
    LEFT,
    RIGHT,
    ABOVE
  }

  /** Words, as text that can be found and copied; XChart would draw their outlines. */
  static Marker label(String text, Color colour, Side side) {
    return new Marker() {
      @Override
      public void paint(Graphics2D pen, double x, double y, int size) {
        pen.setColor(colour);
        pen.setFont(SitePanel.font(Font.PLAIN, LETTERS));
        int wide = pen.getFontMetrics().stringWidth(text);
        double left =
            switch (side) {
              case LEFT -> x - GAP - wide;
              case RIGHT -> x + GAP;
              case ABOVE -> x - wide / 2.0;
            };
        pen.drawString(text, (float) left, (float) (y - (side == Side.ABOVE ? GAP + 2 : -4)));
      }
    };
  }

  /** The way in which a gene is read. */
  static Marker chevron(boolean forward) {
    return new Marker() {
      @Override
      public void paint(Graphics2D pen, double x, double y, int size) {
        double tip = forward ? 3 : -3;
        Path2D path = new Path2D.Double();
        path.moveTo(x - tip, y - 4);
        path.lineTo(x + tip, y);
        path.lineTo(x - tip, y + 4);
        pen.setColor(Ink.GREY.colour());
        pen.setStroke(new BasicStroke(1.4f));
        pen.draw(path);
      }
    };
  }
}

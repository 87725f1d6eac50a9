package org.splicespark.io.picture;

import java.awt.Color;
import java.util.Locale;

/**
 * Colours of a page's plots: those of Okabe and Ito, which everyone can tell apart, and greys. A
 * page's style sheet knows them by their values and may put others in their places, for dark
 * screens.
 */
public enum Ink {
  BLUE(0x0072B2),
  ORANGE(0xD55E00),
  GREEN(0x009E73),
  PURPLE(0xAA4499),
  GREY(0x767676),
  TEXT(0x333333),
  GRID(0xE2E2E2);

  private final Color colour;

  Ink(int rgb) {
    this.colour = new Color(rgb);
  }

  Color colour() {
    return colour;
  }

  /** The class that a style sheet gives to what has this colour. */
  public String style() {
    return name().toLowerCase(Locale.ROOT);
  }
}

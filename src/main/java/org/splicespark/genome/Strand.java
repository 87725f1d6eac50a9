package org.splicespark.genome;

/** The strand a gene is transcribed from. */
public enum Strand {
  PLUS('+'),
  MINUS('-');

  private final char symbol;

  Strand(char symbol) {
    this.symbol = symbol;
  }

  public char symbol() {
    return symbol;
  }

  /**
   * @param text "+" or "-"
   * @throws IllegalArgumentException for anything else; an unknown strand is never taken for plus
   */
  public static Strand of(String text) {
    return switch (text) {
      case "+" -> PLUS;
      case "-" -> MINUS;
      default -> throw new IllegalArgumentException("strand must be + or -, not \"" + text + '"');
    };
  }
}

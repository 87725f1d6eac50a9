package org.splicespark.io.picture;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGIDGenerator;
import org.w3c.dom.Document;

/** A drawing as an {@code svg} element, to stand within a page. */
final class SvgText {
  private SvgText() {}

  /**
   * @param name no other drawing of the page has it: what is defined within a drawing would be
   *     found by all
   */
  static String of(String name, int width, int height, Consumer<Graphics2D> drawing) {
    Document document = empty();
    SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
    context.setIDGenerator(
        new SVGIDGenerator() {
          @Override
          public String generateID(String prefix) {
            return name + "-" + super.generateID(prefix);
          }
        });
    context.setComment("");
    SVGGraphics2D pen = new SVGGraphics2D(context, false);
    pen.setSVGCanvasSize(new Dimension(width, height));
    drawing.accept(pen);
    return text(pen, width, height);
  }

  static Document empty() {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .getDOMImplementation()
          .createDocument(SVGGraphics2D.SVG_NAMESPACE_URI, "svg", null);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Colours as attributes, which a page's style sheet overrules; the size is the page's too. */
  private static String text(SVGGraphics2D pen, int width, int height) {
    StringWriter written = new StringWriter();
    try {
      pen.stream(written, false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String text = written.toString();
    int begin = text.indexOf("<svg");
    int end = text.indexOf(">", begin);
    // A page needs no names of the namespaces, and fits the size to its own width.
    String attributes =
        text.substring(begin + 4, end).replaceAll(" (xmlns(:\\w+)?|width|height)=\"[^\"]*\"", "");
    return ("<svg viewBox=\"0 0 " + width + " " + height + "\" aria-hidden=\"true\"")
        + attributes
        + text.substring(end)
            .replaceAll("\\s+(/?>)", "$1")
            .replaceAll(">\\s+<", "><")
            .replaceAll("\\s*\\R\\s*", " ")
            .replace("<defs id=\"genericDefs\"/>", "")
            .strip();
  }
}

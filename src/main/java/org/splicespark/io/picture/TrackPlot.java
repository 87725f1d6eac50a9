package org.splicespark.io.picture;

import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.splicespark.genome.Interval;
import org.splicespark.genome.Strand;
import org.splicespark.model.SiteType;
import org.splicespark.variant.AlleleView;
import org.splicespark.variant.Score.Peak;

/**
 * Probabilities of one type of site around an allele: the reference's as an area, the alternate's
 * as a line, largest gain and loss with their numbers, and the gene below.
 */
public final class TrackPlot {
  private static final double BOTTOM = -0.28;
  private static final double TOP = 1.18;
  private static final double GENE = -0.16;
  private static final double LEAST_LABELLED = 0.01;
  private static final int CHEVRONS = 7;

  private TrackPlot() {}

  /** A plot over bases from the record's POS, in which 0 is POS, as in the INFO entry. */
  public static Plot of(AlleleView view, SiteType type) {
    List<Double> places =
        IntStream.range(0, view.bases()).mapToObj(i -> (double) view.fromPos(i)).toList();
    double left = places.get(0) - 0.5;
    double right = places.get(places.size() - 1) + 0.5;
    Plot plot = new Plot(left, right, BOTTOM, TOP).shares();
    gene(plot, view, left, right);
    plot.rule(0, "");
    plot.area(Ink.GREY, places, boxed(view.reference(type)));
    plot.line(ink(type), places, boxed(view.alternate(type)));
    boolean acceptor = type == SiteType.ACCEPTOR;
    peak(plot, view, type, acceptor ? view.score().acceptorGain() : view.score().donorGain(), "+");
    peak(
        plot,
        view,
        type,
        acceptor ? view.score().acceptorLoss() : view.score().donorLoss(),
        "\u2212");
    return plot;
  }

  /** The colour of a type of site, on all plots. */
  public static Ink ink(SiteType type) {
    return type == SiteType.ACCEPTOR ? Ink.ORANGE : Ink.BLUE;
  }

  private static void peak(Plot plot, AlleleView view, SiteType type, Peak peak, String sign) {
    int at = peak.position() - view.fromPos(0);
    if (peak.score() < LEAST_LABELLED || at < 0 || at >= view.bases()) {
      return;
    }
    double before = view.reference(type)[at];
    double after = view.alternate(type)[at];
    double place = peak.position();
    // In the colour of the sequence that has the site.
    Ink ink = after > before ? ink(type) : Ink.GREY;
    plot.line(ink, 3f, List.of(place, place), List.of(before, after));
    plot.dots(ink, List.of(place), List.of(Math.max(before, after)));
    boolean left = at > view.bases() * 3 / 4;
    plot.label(
        place,
        Math.max(before, after),
        String.format(Locale.ROOT, "%s%.2f", sign, peak.score()),
        left ? PlotMarkers.Side.LEFT : PlotMarkers.Side.RIGHT);
  }

  /** A thin line where the gene is, wide where it has exons, and how it is read. */
  private static void gene(Plot plot, AlleleView view, double left, double right) {
    stretch(plot, view, view.gene().span(), 1.4f, left, right);
    for (Interval exon : view.gene().exons()) {
      stretch(plot, view, exon, 10f, left, right);
    }
    for (int i = 0; i < CHEVRONS; i++) {
      double place = left + (i + 0.5) * (right - left) / CHEVRONS;
      int base = (int) Math.round(place) + view.pos();
      boolean intron =
          view.gene().span().contains(base)
              && view.gene().exons().stream().noneMatch(e -> e.contains(base));
      if (intron) {
        plot.mark(place, GENE, PlotMarkers.chevron(view.gene().strand() == Strand.PLUS));
      }
    }
  }

  private static void stretch(
      Plot plot, AlleleView view, Interval place, float width, double left, double right) {
    double from = Math.max(left, place.start() - view.pos() - 0.5);
    double to = Math.min(right, place.end() - view.pos() - 0.5);
    if (from < to) {
      plot.line(Ink.GREY, width, List.of(from, to), List.of(GENE, GENE));
    }
  }

  private static List<Double> boxed(float[] values) {
    return IntStream.range(0, values.length)
        .mapToDouble(i -> values[i])
        .flatMap(DoubleStream::of)
        .boxed()
        .toList();
  }
}

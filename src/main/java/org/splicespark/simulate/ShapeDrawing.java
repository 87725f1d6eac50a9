package org.splicespark.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Draws the shapes of a contig's genes: about nine exons of about 150 bases each, introns with a
 * long tail, stretched so that the genes' lengths sum up as wanted.
 */
final class ShapeDrawing {
  /** Both motifs of an intron fit, and exons keep three bases at either end for theirs. */
  static final int SHORTEST_INTRON = 70;

  static final int SHORTEST_EXON = 30;
  private static final int LONGEST_EXON = 400;
  private static final double SINGLE_EXON = 0.06;
  private static final double MORE_EXONS = 8.0;

  /** Most genes have room for their exons even before introns are stretched. */
  private static final int ROOM_OF_EXON = 600;

  private final Random random;
  private final double meanLength;

  /**
   * @param meanLength of a gene, in bases; at least half of {@link
   *     SimulationParameters#SHORTEST_MEAN_GENE}, which is what a contig with a gene too many has
   */
  ShapeDrawing(Random random, double meanLength) {
    this.random = random;
    this.meanLength = meanLength;
  }

  /** As many shapes, whose lengths sum up to {@code bases} but for the rounding of introns. */
  List<GeneShape> draw(int genes, long bases) {
    // One gene at least must have introns to stretch.
    List<List<Integer>> exons = IntStream.range(0, genes).mapToObj(i -> exons(i == 0)).toList();
    List<double[]> introns = exons.stream().map(e -> introns(e.size() - 1)).toList();
    long fixed =
        exons.stream().flatMap(List::stream).mapToLong(Integer::longValue).sum()
            + introns.stream().mapToLong(i -> (long) i.length * SHORTEST_INTRON).sum();
    double drawn = introns.stream().flatMapToDouble(DoubleStream::of).sum();
    double stretch = (bases - fixed) / drawn;
    return IntStream.range(0, genes)
        .mapToObj(i -> new GeneShape(exons.get(i), stretched(introns.get(i), stretch)))
        .toList();
  }

  private List<Integer> exons(boolean several) {
    int count = exonCount(several);
    List<Integer> lengths = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      lengths.add(lognormal(125, 0.5, LONGEST_EXON));
    }
    // One end has a long untranslated part; which, the strand would say.
    lengths.set(
        random.nextBoolean() ? 0 : count - 1,
        lognormal(800, 0.8, (int) Math.min(4000, meanLength / 8)));
    return lengths;
  }

  private int exonCount(boolean several) {
    int most = (int) Math.max(2, meanLength / ROOM_OF_EXON);
    if (!several && random.nextDouble() < SINGLE_EXON) {
      return 1;
    }
    double more = -MORE_EXONS * StrictMath.log(1 - random.nextDouble());
    return (int) Math.min(most, 2 + more);
  }

  private double[] introns(int count) {
    return IntStream.range(0, count)
        .mapToDouble(i -> StrictMath.exp(Math.min(3, random.nextGaussian()) * 1.3))
        .toArray();
  }

  private static List<Integer> stretched(double[] introns, double stretch) {
    return DoubleStream.of(introns)
        .mapToObj(length -> SHORTEST_INTRON + (int) (length * stretch))
        .toList();
  }

  private int lognormal(double median, double sigma, int most) {
    double length = median * StrictMath.exp(sigma * random.nextGaussian());
    return (int) Math.max(SHORTEST_EXON, Math.min(most, length));
  }
}

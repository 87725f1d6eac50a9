package org.splicespark.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.splicespark.genome.Gene;
import org.splicespark.genome.Interval;
import org.splicespark.genome.Strand;
import org.splicespark.genome.Transcript;

/**
 * Where the genes of a contig lie.
 *
 * @param genes in their order on the contig, one transcript each
 */
record ContigPlan(String name, int length, List<Gene> genes) {
  /** How often a gene begins in the last exon of the one before, which has the other strand. */
  private static final double OVERLAPPING = 0.08;

  /** A gene that has its strand and a distance to the one before, negative where they overlap. */
  private record Placed(GeneShape shape, Strand strand, int overlap) {}

  /**
   * @param index of the contig, from 0
   */
  static ContigPlan draw(SimulationParameters parameters, int index, Random random) {
    int count = parameters.genes(index);
    long geneBases = parameters.geneBases(index);
    List<GeneShape> shapes =
        new ShapeDrawing(random, (double) geneBases / count).draw(count, geneBases);
    int length = parameters.length(index);
    return new ContigPlan(
        "chr" + (index + 1), length, genes(index + 1, placed(shapes, random), length, random));
  }

  private static List<Gene> genes(int contig, List<Placed> placed, int length, Random random) {
    long free = length - placed.stream().mapToLong(p -> p.shape().length() - p.overlap()).sum();
    double[] gaps = gaps(placed.size() + 1, free, random);
    List<Gene> genes = new ArrayList<>();
    double at = 0;
    for (int i = 0; i < placed.size(); i++) {
      Placed gene = placed.get(i);
      at += gene.overlap() > 0 ? -gene.overlap() : gaps[i];
      String name = String.format(Locale.ROOT, "SIM%d_%04d", contig, i + 1);
      genes.add(gene(name, "chr" + contig, gene, (int) at));
      at += gene.shape().length();
    }
    return genes;
  }

  private static List<Placed> placed(List<GeneShape> shapes, Random random) {
    List<Placed> placed = new ArrayList<>();
    for (GeneShape shape : shapes) {
      Placed before = placed.isEmpty() ? null : placed.get(placed.size() - 1);
      if (before != null && random.nextDouble() < OVERLAPPING) {
        // No more than half an exon of either, so that no splice site lies in the other gene.
        int overlap = Math.min(before.shape().lastExon(), shape.firstExon()) / 2;
        boolean minus = before.strand() == Strand.PLUS;
        placed.add(new Placed(shape, minus ? Strand.MINUS : Strand.PLUS, overlap));
      } else {
        placed.add(new Placed(shape, random.nextBoolean() ? Strand.PLUS : Strand.MINUS, 0));
      }
    }
    return placed;
  }

  /** Lengths that sum up to {@code free} at most, as chance would place genes. */
  private static double[] gaps(int count, long free, Random random) {
    double[] drawn =
        DoubleStream.generate(() -> -StrictMath.log(1 - random.nextDouble()))
            .limit(count)
            .toArray();
    double sum = DoubleStream.of(drawn).sum();
    return DoubleStream.of(drawn).map(gap -> gap / sum * free).toArray();
  }

  private static Gene gene(String name, String contig, Placed placed, int start) {
    List<Interval> exons = new ArrayList<>();
    int at = start;
    for (int i = 0; i < placed.shape().exons().size(); i++) {
      at += i == 0 ? 0 : placed.shape().introns().get(i - 1);
      exons.add(new Interval(contig, at, at + placed.shape().exons().get(i)));
      at += placed.shape().exons().get(i);
    }
    Transcript transcript = Transcript.ofExons("NM_" + name + ".1", exons, Set.of("MANE Select"));
    return new Gene(
        "gene-" + name,
        name,
        "protein_coding",
        transcript.span(),
        placed.strand(),
        List.of(transcript));
  }
}

package org.splicespark.cli.bench.scale;

import java.util.ArrayList;
import java.util.List;
import org.splicespark.genome.Annotation;
import org.splicespark.genome.Genome;
import org.splicespark.genome.Interval;
import org.splicespark.simulate.CohortParameters;
import org.splicespark.simulate.CohortSimulation;

/** A cohort's sites without their genotypes: how many genes each lies in, in the file's order. */
final class CohortParts {
  private final byte[] genes;

  private CohortParts(byte[] genes) {
    this.genes = genes;
  }

  /**
   * @param scored outcomes that have scores: alleles times genes
   */
  record Part(long records, long scored) {}

  static CohortParts of(Genome genome, Annotation annotation, CohortParameters parameters) {
    byte[] genes = new byte[Math.toIntExact(parameters.records())];
    int[] made = {0};
    new CohortSimulation(genome, parameters)
        .forEach(
            site -> {
              Interval base = new Interval(site.contig(), site.position(), site.position() + 1);
              int hit = annotation.overlapping(base).size();
              genes[made[0]++] = (byte) Math.min(Byte.MAX_VALUE, hit);
            });
    return new CohortParts(java.util.Arrays.copyOf(genes, made[0]));
  }

  int records() {
    return genes.length;
  }

  /** Cut into parts of as many records each, which in a cohort are as many bytes. */
  List<Part> cut(int count) {
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int from = (int) ((long) genes.length * i / count);
      int to = (int) ((long) genes.length * (i + 1) / count);
      long scored = 0;
      for (int record = from; record < to; record++) {
        scored += genes[record];
      }
      parts.add(new Part(to - from, scored));
    }
    return parts;
  }
}

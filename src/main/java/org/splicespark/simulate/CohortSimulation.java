package org.splicespark.simulate;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.splicespark.genome.Genome;
import org.splicespark.genome.Interval;

/**
 * Makes up the sites of a cohort on a genome, in the genome's order, one stretch of bases at a
 * time. Contigs get sites by their length, and so do genes; some stretches have several times as
 * many as others, as in real genomes. The same parameters give the same sites.
 */
public final class CohortSimulation {
  /** Bases that share one density. */
  static final int STRETCH = 50_000;

  private static final double SPREAD = 0.6;
  private static final double DENSEST = 8;
  private static final double INDELS = 0.12;
  private static final int LONGEST_INDEL = 12;
  private static final String BASES = "ACGT";

  private final Genome genome;
  private final CohortParameters parameters;

  public CohortSimulation(Genome genome, CohortParameters parameters) {
    this.genome = genome;
    this.parameters = parameters;
  }

  /** Takes the next site. */
  @FunctionalInterface
  public interface Sink<E extends Exception> {
    void accept(CohortSite site) throws E;
  }

  /**
   * Gives all sites, in order.
   *
   * @return how many there were: fewer than asked for where the genome has no bases
   */
  public <E extends Exception> long forEach(Sink<E> sink) throws E {
    return forFirst(Long.MAX_VALUE, sink);
  }

  /**
   * Gives the first sites of the cohort.
   *
   * @param most how many, at most
   */
  public <E extends Exception> long forFirst(long most, Sink<E> sink) throws E {
    Random random = new Random(parameters.seed());
    long bases = genome.contigs().values().stream().mapToLong(Integer::longValue).sum();
    long before = 0;
    long made = 0;
    for (Map.Entry<String, Integer> contig : genome.contigs().entrySet()) {
      long from = share(before, bases);
      before += contig.getValue();
      int sites = (int) (share(before, bases) - from);
      Sites here = new Sites(contig.getKey(), contig.getValue(), sites, most - made);
      made += contig(here, random, sink);
    }
    return made;
  }

  private long share(long part, long all) {
    return Math.round((double) parameters.records() * part / all);
  }

  /**
   * What a contig gets.
   *
   * @param most of its sites that are asked for
   */
  private record Sites(String contig, int length, int count, long most) {}

  private <E extends Exception> long contig(Sites sites, Random random, Sink<E> sink) throws E {
    double[] reached = densities((sites.length() + STRETCH - 1) / STRETCH, random);
    double all = reached[reached.length - 1];
    long made = 0;
    int done = 0;
    for (int i = 0; i < reached.length && made < sites.most(); i++) {
      int until = (int) Math.round(sites.count() * (reached[i] / all));
      int end = Math.min(sites.length(), (i + 1) * STRETCH);
      for (CohortSite site :
          stretch(new Interval(sites.contig(), i * STRETCH, end), until - done, random)) {
        if (made < sites.most()) {
          sink.accept(site);
          made++;
        }
      }
      done = until;
    }
    return made;
  }

  /** Sums of the stretches' densities, each with those before it. */
  private static double[] densities(int stretches, Random random) {
    double[] reached = new double[stretches];
    double sum = 0;
    for (int i = 0; i < stretches; i++) {
      sum += Math.min(DENSEST, StrictMath.exp(SPREAD * random.nextGaussian()));
      reached[i] = sum;
    }
    return reached;
  }

  private List<CohortSite> stretch(Interval place, int count, Random random) {
    if (count == 0) {
      return List.of();
    }
    String bases = new String(genome.bases(place), StandardCharsets.US_ASCII);
    int[] offsets = random.ints(count, 0, bases.length()).toArray();
    Arrays.sort(offsets);
    List<CohortSite> sites = new ArrayList<>();
    for (int offset : offsets) {
      CohortSite site = site(place, bases, offset, random);
      if (site != null) {
        sites.add(site);
      }
    }
    return sites;
  }

  /** Null where the reference has no base. */
  private CohortSite site(Interval place, String bases, int offset, Random random) {
    char first = bases.charAt(offset);
    boolean indel = random.nextDouble() < INDELS;
    boolean deletion = random.nextBoolean();
    int length = 1 + random.nextInt(LONGEST_INDEL);
    String other = other(first, random);
    double frequency = frequency(random);
    String ref = "" + first;
    String alt = indel ? first + other.repeat(length) : other;
    if (indel && deletion) {
      ref = bases.substring(offset, Math.min(bases.length(), offset + 1 + length));
      alt = "" + first;
    }
    boolean real = ref.length() + alt.length() > 2 || !indel;
    return real && ref.chars().allMatch(base -> BASES.indexOf(base) >= 0)
        ? new CohortSite(place.contig(), place.start() + offset, ref, alt, frequency)
        : null;
  }

  private static String other(char base, Random random) {
    int step = 1 + random.nextInt(BASES.length() - 1);
    return "" + BASES.charAt((Math.max(0, BASES.indexOf(base)) + step) % BASES.length());
  }

  /** Most alleles are rare: as many between a hundredth and a tenth as between a tenth and one. */
  private double frequency(Random random) {
    double rarest = 1.0 / Math.max(2, 2 * parameters.samples());
    return 0.5 * StrictMath.pow(2 * rarest, random.nextDouble());
  }
}

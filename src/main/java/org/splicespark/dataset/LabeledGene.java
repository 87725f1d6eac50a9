package org.splicespark.dataset;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import org.splicespark.genome.DnaSequence;
import org.splicespark.genome.Genome;
import org.splicespark.genome.Interval;
import org.splicespark.genome.Strand;

/**
 * A gene read from the genome, on its coding strand, with a label for each base, both lengthened to
 * whole chunks.
 */
public final class LabeledGene {
  private static final byte[] LETTERS = (DnaSequence.CHANNELS + "N").getBytes(US_ASCII);

  private final GenePlan plan;
  private final byte[] codes;
  private final byte[] labels;

  private LabeledGene(GenePlan plan, byte[] codes, byte[] labels) {
    this.plan = plan;
    this.codes = codes;
    this.labels = labels;
  }

  /**
   * Reads and labels a gene.
   *
   * @param genome has the gene's contig, and the contig the gene
   */
  public static LabeledGene of(GenePlan plan, Genome genome, Labelling how) {
    byte[] codes = codes(plan, genome, how.context());
    byte[] labels = new byte[plan.chunks() * Chunk.LABELLED];
    Arrays.fill(labels, plan.span().length(), labels.length, Chunk.BEYOND);
    new SpliceLabels(plan, codes, labels).mark(how.canonicalOnly());
    return new LabeledGene(plan, codes, labels);
  }

  public GenePlan plan() {
    return plan;
  }

  /**
   * The gene's bases with {@link Chunk#SIDE} on either side, then up to whole chunks; not to be
   * changed.
   */
  public byte[] codes() {
    return codes;
  }

  /** Labels from the gene's first base on, up to whole chunks; not to be changed. */
  public byte[] labels() {
    return labels;
  }

  /** The gene's bases as letters; what is no A, C, G or T is N. */
  public byte[] bases() {
    byte[] bases = new byte[plan.span().length()];
    for (int i = 0; i < bases.length; i++) {
      bases[i] = LETTERS[codes[Chunk.SIDE + i]];
    }
    return bases;
  }

  /** The labels of the gene's own bases as digits. */
  public byte[] digits() {
    byte[] digits = Arrays.copyOf(labels, plan.span().length());
    for (int i = 0; i < digits.length; i++) {
      digits[i] += '0';
    }
    return digits;
  }

  /** The n-th chunk of the gene. */
  public Chunk chunk(int number) {
    int first = number * Chunk.LABELLED;
    return new Chunk(
        Arrays.copyOfRange(codes, first, first + Chunk.LENGTH),
        Arrays.copyOfRange(labels, first, first + Chunk.LABELLED));
  }

  private static byte[] codes(GenePlan plan, Genome genome, Context context) {
    int labelled = plan.chunks() * Chunk.LABELLED;
    byte[] codes = new byte[Chunk.SIDE + labelled + Chunk.SIDE];
    Arrays.fill(codes, Chunk.NO_BASE);
    boolean forward = plan.strand() == Strand.PLUS;
    int before = context == Context.GENOMIC ? Chunk.SIDE : 0;
    int behind = before == 0 ? 0 : labelled + Chunk.SIDE - plan.span().length();
    Interval span = plan.span();
    int start = span.start() - (forward ? before : behind);
    int end = span.end() + (forward ? behind : before);
    byte[] bases = genome.basesPadded(plan.contig(), start, end);
    int first = Chunk.SIDE - before;
    for (int i = 0; i < bases.length; i++) {
      int channel = DnaSequence.channel(bases[forward ? i : bases.length - 1 - i]);
      codes[first + i] = channel < 0 ? Chunk.NO_BASE : complement(channel, forward);
    }
    return codes;
  }

  /** A and T, C and G are each other's mirror in the order of the channels. */
  private static byte complement(int channel, boolean forward) {
    return (byte) (forward ? channel : DnaSequence.CHANNELS.length() - 1 - channel);
  }
}

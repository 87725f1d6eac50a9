package org.splicespark.variant;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.splicespark.genome.DnaSequence;
import org.splicespark.genome.Gene;
import org.splicespark.genome.Interval;
import org.splicespark.genome.Strand;
import org.splicespark.model.Batch;
import org.splicespark.model.Probabilities;
import org.splicespark.model.SpliceModel;
import org.splicespark.testing.MemoryGenome;

/**
 * What the published tools do with one allele in one gene, step by step on plain text and lists,
 * with 1-based positions as theirs: the judge of the rules. Beyond the contig's ends is N.
 */
public record StepByStep(MemoryGenome genome, SpliceModel model, int distance, boolean masked) {

  /** A change's value, and the index it is at. */
  public record Extreme(float value, int index) {}

  /**
   * CI-SpliceAI's way.
   *
   * @return acceptor's highest and lowest, donor's highest and lowest change
   */
  public List<Extreme> ciSpliceAi(Gene gene, int pos, String ref, String alt) {
    int half = model.flank() / 2;
    int length = 2 * (half + distance) + ref.length();
    String before = text(pos - half - distance, length + length % 2, gene.span());
    int offset = half + distance;
    String after = before.substring(0, offset) + alt + before.substring(offset + ref.length());
    List<Extreme> extremes = new ArrayList<>();
    for (int channel = 1; channel <= 2; channel++) {
      List<Float> reference = answer(model, before, gene.strand(), channel);
      List<Float> alternate = answer(model, after, gene.strand(), channel);
      int longer = ref.length() - alt.length();
      if (longer > 0) {
        alternate.addAll(distance, Collections.nCopies(longer, 0f));
      } else if (longer < 0) {
        List<Float> standing = alternate.subList(distance, distance - longer + 1);
        float largest = Collections.max(standing);
        standing.clear();
        alternate.add(distance, largest);
      }
      List<Float> delta = new ArrayList<>();
      for (int i = 0; i < reference.size(); i++) {
        float change = alternate.get(i) - reference.get(i);
        boolean site = isJunction(gene, channel, pos - distance + i);
        delta.add(masked && site == (change >= 0) ? 0f : change);
      }
      extremes.add(extreme(delta, Collections.max(delta)));
      extremes.add(extreme(delta, Collections.min(delta)));
    }
    return extremes;
  }

  /**
   * Pangolin's way.
   *
   * @return the highest and the lowest change
   */
  public List<Extreme> pangolin(Gene gene, int pos, String ref, String alt) {
    int half = model.flank() / 2;
    int offset = half + distance;
    Interval everything = new Interval("chr1", 0, genome.contigs().get("chr1"));
    String before = text(pos - offset, 2 * offset + ref.length(), everything);
    String after = before.substring(0, offset) + alt + before.substring(offset + ref.length());
    List<List<Float>> deltas = new ArrayList<>();
    for (int tissue = 0; tissue < model.channels().count(); tissue++) {
      List<Float> sum = new ArrayList<>();
      for (SpliceModel replicate : model.replicates()) {
        List<Float> delta =
            pangolinDelta(
                answer(replicate, before, gene.strand(), tissue),
                answer(replicate, after, gene.strand(), tissue));
        for (int i = 0; i < delta.size(); i++) {
          if (sum.size() == i) {
            sum.add(0f);
          }
          sum.set(i, sum.get(i) + delta.get(i));
        }
      }
      deltas.add(sum.stream().map(value -> value / model.replicates().size()).toList());
    }
    List<Float> gain = new ArrayList<>();
    List<Float> loss = new ArrayList<>();
    for (int i = 0; i < deltas.get(0).size(); i++) {
      int at = i;
      List<Float> ofTissues = deltas.stream().map(delta -> delta.get(at)).toList();
      float highest = Collections.max(ofTissues);
      float lowest = Collections.min(ofTissues);
      boolean site = isExonEnd(gene, pos - distance + i);
      gain.add(masked && site ? Math.min(highest, 0f) : highest);
      loss.add(masked && !site ? Math.max(lowest, 0f) : lowest);
    }
    return List.of(extreme(gain, Collections.max(gain)), extreme(loss, Collections.min(loss)));
  }

  private List<Float> pangolinDelta(List<Float> reference, List<Float> alternate) {
    int longer = reference.size() - alternate.size();
    if (longer > 0) {
      alternate.addAll(distance + 1, Collections.nCopies(longer, 0f));
    } else if (longer < 0) {
      List<Float> standing = alternate.subList(distance, distance - longer + 1);
      float largest = Collections.max(standing);
      standing.clear();
      alternate.add(distance, largest);
    }
    List<Float> delta = new ArrayList<>();
    for (int i = 0; i < reference.size(); i++) {
      delta.add(alternate.get(i) - reference.get(i));
    }
    return delta;
  }

  private static Extreme extreme(List<Float> values, float wanted) {
    int index = 0;
    while (values.get(index) != wanted) {
      index++;
    }
    return new Extreme(wanted, index);
  }

  /** Bases from a 1-based position on; those outside what is visible are N. */
  private String text(int from, int length, Interval visible) {
    StringBuilder text = new StringBuilder();
    for (int position = from; position < from + length; position++) {
      text.append(
          visible.contains(position - 1)
              ? new String(
                  genome.bases(new Interval("chr1", position - 1, position)),
                  StandardCharsets.US_ASCII)
              : "N");
    }
    return text.toString();
  }

  private static List<Float> answer(SpliceModel model, String text, Strand strand, int channel) {
    byte[] bases = text.getBytes(StandardCharsets.US_ASCII);
    boolean minus = strand == Strand.MINUS;
    byte[] read = minus ? DnaSequence.reverseComplement(bases) : bases;
    Probabilities answer = model.score(Batch.of(List.of(read)));
    List<Float> values = new ArrayList<>();
    for (int i = 0; i < answer.length(); i++) {
      values.add(answer.at(0, channel, i));
    }
    if (minus) {
      Collections.reverse(values);
    }
    return values;
  }

  /** Of genes of one transcript. */
  private static boolean isJunction(Gene gene, int channel, int position) {
    boolean acceptor = channel == 1;
    boolean startsExon = acceptor == (gene.strand() == Strand.PLUS);
    return startsExon
        ? position - 1 != gene.span().start()
            && gene.representative().exonStarts().contains(position - 1)
        : position != gene.span().end() && gene.representative().exonEnds().contains(position);
  }

  private static boolean isExonEnd(Gene gene, int position) {
    return gene.representative().exonStarts().contains(position - 1)
        || gene.representative().exonEnds().contains(position);
  }
}

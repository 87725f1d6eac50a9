package org.splicespark.genome;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A gene as its annotation has it.
 *
 * @param id the annotation's identifier
 * @param symbol the name that is printed
 * @param biotype {@code protein_coding} and so on; empty where the annotation does not say
 * @param span the gene feature's own span, which may be wider than any transcript's
 */
public record Gene(
    String id,
    String symbol,
    String biotype,
    Interval span,
    Strand strand,
    List<Transcript> transcripts)
    implements Serializable {
  private static final int UNRANKED = 2;

  public Gene {
    transcripts = List.copyOf(transcripts);
    if (transcripts.isEmpty()) {
      throw new IllegalArgumentException("gene " + id + " has no transcript");
    }
  }

  public String contig() {
    return span.contig();
  }

  /** The same gene on the same contig under another name. */
  public Gene on(String contig) {
    return contig.equals(contig())
        ? this
        : new Gene(
            id,
            symbol,
            biotype,
            span.on(contig),
            strand,
            transcripts.stream().map(transcript -> transcript.on(contig)).toList());
  }

  /**
   * The transcript that stands for the gene: MANE Select, else Ensembl's or RefSeq's canonical one,
   * else the one with the longest span, the first of equals.
   */
  public Transcript representative() {
    Comparator<Transcript> rank = Comparator.comparingInt(Gene::rank);
    return transcripts.stream()
        .min(rank.thenComparing(t -> t.span().length(), Comparator.reverseOrder()))
        .orElseThrow();
  }

  /** The transcript that curators chose for the gene; empty where they chose none. */
  public Optional<Transcript> tagged() {
    return Optional.of(representative()).filter(transcript -> rank(transcript) < UNRANKED);
  }

  /** From the first base of any transcript to the last of any. */
  public Interval hull() {
    int start = transcripts.stream().mapToInt(t -> t.span().start()).min().orElseThrow();
    int end = transcripts.stream().mapToInt(t -> t.span().end()).max().orElseThrow();
    return new Interval(contig(), start, end);
  }

  private static int rank(Transcript transcript) {
    return transcript.tags().stream().mapToInt(Gene::tagRank).min().orElse(UNRANKED);
  }

  private static int tagRank(String tag) {
    return switch (tag.replace(' ', '_').toLowerCase(Locale.ROOT)) {
      case "mane_select" -> 0;
      case "ensembl_canonical", "refseq_select" -> 1;
      default -> UNRANKED;
    };
  }
}

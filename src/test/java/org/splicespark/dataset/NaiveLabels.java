package org.splicespark.dataset;

import java.util.stream.Collectors;
import org.splicespark.genome.Gene;
import org.splicespark.genome.Interval;
import org.splicespark.genome.Strand;
import org.splicespark.genome.Transcript;

/**
 * Labels as they are defined, written down as plainly as can be: letters of the coding strand, exon
 * by exon. Independent of what it is compared with.
 */
final class NaiveLabels {
  private final String contig;
  private final Gene gene;

  /**
   * @param contig all bases of the gene's contig, forward
   */
  NaiveLabels(String contig, Gene gene) {
    this.contig = contig;
    this.gene = gene;
  }

  /** The base at a place on the coding strand, counted from the gene's first; N outside. */
  private char genomic(int place) {
    Interval span = gene.span();
    boolean plus = gene.strand() == Strand.PLUS;
    int at = plus ? span.start() + place : span.end() - 1 - place;
    if (at < 0 || at >= contig.length()) {
      return 'N';
    }
    int letter = "ACGT".indexOf(contig.charAt(at));
    return letter < 0 ? 'N' : (plus ? "ACGT" : "TGCA").charAt(letter);
  }

  /** The same, but N outside the gene. */
  private char own(int place) {
    return place < 0 || place >= gene.span().length() ? 'N' : genomic(place);
  }

  /** The 15,000 letters of a chunk. */
  String bases(int chunk, Context context) {
    StringBuilder bases = new StringBuilder();
    for (int i = -5000; i < 10_000; i++) {
      int place = chunk * 5000 + i;
      bases.append(context == Context.GENOMIC ? genomic(place) : own(place));
    }
    return bases.toString();
  }

  /** A digit for each base of the gene, by one transcript. */
  String digits(Transcript transcript, boolean canonicalOnly) {
    StringBuilder digits = new StringBuilder("0".repeat(gene.span().length()));
    int exons = transcript.exonStarts().size();
    // From left to right on the forward strand: a base that is both keeps what comes last.
    for (int i = 0; i + 1 < exons; i++) {
      int lastOfLeft = transcript.exonEnds().get(i) - 1;
      int firstOfRight = transcript.exonStarts().get(i + 1);
      boolean plus = gene.strand() == Strand.PLUS;
      int donor = plus ? lastOfLeft - gene.span().start() : gene.span().end() - 1 - firstOfRight;
      int acceptor = plus ? firstOfRight - gene.span().start() : gene.span().end() - 1 - lastOfLeft;
      String ends = "" + own(donor + 1) + own(donor + 2) + own(acceptor - 2) + own(acceptor - 1);
      if (!canonicalOnly || ends.matches("GTAG|GCAG|ATAC")) {
        digits.setCharAt(donor, '2');
        digits.setCharAt(acceptor, '1');
      }
    }
    return digits.toString();
  }

  /** Codes as letters. */
  static String letters(byte[] codes) {
    return new String(codes, java.nio.charset.StandardCharsets.ISO_8859_1)
        .chars()
        .mapToObj(code -> String.valueOf("ACGTN".charAt(code)))
        .collect(Collectors.joining());
  }
}

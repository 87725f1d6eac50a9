package org.splicespark.variant;

import org.splicespark.genome.Genome;
import org.splicespark.genome.Interval;

/**
 * Reduces the spellings of one allele to one form (default mode), so that each gets the same score.
 *
 * <p>An SNV, and an indel spelled as VCF asks (one shared base, then the change), stays where it is
 * spelled: these are the alleles that the published scorers score, centred on POS. Any longer
 * spelling loses the bases that REF and ALT share, on the right first; what is then a plain
 * insertion or deletion is moved to the left-most place in the reference where it says the same (as
 * {@code bcftools norm} does) and gets its anchor back.
 */
final class Spelling {
  private static final int FETCH = 64;

  private final Genome genome;

  Spelling(Genome genome) {
    this.genome = genome;
  }

  Allele reduced(Allele allele) {
    if (isAnchored(allele)) {
      return allele;
    }
    String ref = allele.ref();
    String alt = allele.alt();
    int suffix = sharedSuffix(ref, alt);
    ref = ref.substring(0, ref.length() - suffix);
    alt = alt.substring(0, alt.length() - suffix);
    int prefix = sharedPrefix(ref, alt);
    ref = ref.substring(prefix);
    alt = alt.substring(prefix);
    int start = allele.start() + prefix;
    if (ref.isEmpty() && alt.isEmpty()) {
      String first = allele.ref().substring(0, 1);
      return new Allele(allele.contig(), allele.start(), first, first);
    }
    return ref.isEmpty() || alt.isEmpty()
        ? leftMost(allele.contig(), start, ref, alt)
        : new Allele(allele.contig(), start, ref, alt);
  }

  /** One side is a single base, and nothing can be taken away but that base itself. */
  private static boolean isAnchored(Allele allele) {
    boolean single = allele.refLength() == 1 || allele.altLength() == 1;
    return single
        && (allele.refLength() == allele.altLength()
            || allele.ref().charAt(0) == allele.alt().charAt(0)
            || sharedSuffix(allele.ref(), allele.alt()) == 0);
  }

  private Allele leftMost(String contig, int start, String ref, String alt) {
    String change = ref.isEmpty() ? alt : ref;
    int steps = stepsLeft(contig, start, change);
    int rotation = Math.floorMod(-steps, change.length());
    String moved = change.substring(rotation) + change.substring(0, rotation);
    int place = start - steps;
    if (place == 0) {
      // No base to the left of the contig's first: the anchor is the base after, as VCF has it.
      int after = ref.length();
      String anchor = ascii(contig, after, after + 1);
      return ref.isEmpty()
          ? new Allele(contig, 0, anchor, moved + anchor)
          : new Allele(contig, 0, moved + anchor, anchor);
    }
    String anchor = ascii(contig, place - 1, place);
    return new Allele(
        contig,
        place - 1,
        anchor + (ref.isEmpty() ? "" : moved),
        anchor + (alt.isEmpty() ? "" : moved));
  }

  /**
   * How far a change can move left: each step needs the base before it to equal the change's last
   * base.
   */
  private int stepsLeft(String contig, int start, String change) {
    int steps = 0;
    String before = "";
    int beforeStart = start;
    while (start - steps > 0) {
      int position = start - steps - 1;
      if (position < beforeStart) {
        beforeStart = Math.max(0, position - FETCH + 1);
        before = ascii(contig, beforeStart, position + 1);
      }
      char last = change.charAt(Math.floorMod(-1 - steps, change.length()));
      if (before.charAt(position - beforeStart) != last) {
        break;
      }
      steps++;
    }
    return steps;
  }

  private String ascii(String contig, int start, int end) {
    byte[] bases = genome.bases(new Interval(contig, start, end));
    return new String(bases, java.nio.charset.StandardCharsets.US_ASCII);
  }

  private static int sharedPrefix(String a, String b) {
    int n = 0;
    while (n < a.length() && n < b.length() && a.charAt(n) == b.charAt(n)) {
      n++;
    }
    return n;
  }

  private static int sharedSuffix(String a, String b) {
    int n = 0;
    while (n < a.length()
        && n < b.length()
        && a.charAt(a.length() - 1 - n) == b.charAt(b.length() - 1 - n)) {
      n++;
    }
    return n;
  }
}

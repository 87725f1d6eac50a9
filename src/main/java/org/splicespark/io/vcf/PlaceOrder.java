package org.splicespark.io.vcf;

import java.io.Serializable;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Whether records that follow each other can be indexed with tabix: ascending within a contig, each
 * contig in one piece, nothing beyond 2^29 bases. Grows record by record, then part by part.
 */
final class PlaceOrder implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Tabix has no bins for what lies further along a contig (tabix specification, section 1). */
  private static final long TABIX_LIMIT = 1L << 29;

  private static final String SORT = "no index; sort with `bcftools sort`";

  private final Set<String> contigs = new LinkedHashSet<>();
  private Place first;
  private Place last;
  private String trouble;

  /** The first record's place; null if there was no record. */
  Place first() {
    return first;
  }

  /** The last record's place; null if there was no record. */
  Place last() {
    return last;
  }

  /** Why there can be no index, and what to do; null if there can. */
  String trouble() {
    return trouble;
  }

  void add(VcfLine line) {
    if (line.malformed() != null) {
      note("a line is no record (" + line.malformed() + "): no index; correct the file");
      return;
    }
    var place = new Place(line.contig(), line.position());
    follow(place);
    if (line.indexEnd() > TABIX_LIMIT) {
      note(place + " reaches beyond 2^29 bases: no tabix index; use `bcftools index -c`");
    }
    contigs.add(place.contig());
    first = first == null ? place : first;
    last = place;
  }

  /** Takes in the records of the part that follows. */
  void add(PlaceOrder next) {
    if (next.first != null) {
      follow(next.first);
      for (String contig : next.contigs) {
        boolean goesOn = contig.equals(next.first.contig());
        if (!contigs.add(contig) && !goesOn) {
          noteTorn(contig);
        }
      }
      first = first == null ? next.first : first;
      last = next.last;
    }
    if (next.trouble != null) {
      note(next.trouble);
    }
  }

  private void follow(Place place) {
    if (last == null) {
      return;
    }
    if (!place.contig().equals(last.contig())) {
      if (contigs.contains(place.contig())) {
        noteTorn(place.contig());
      }
    } else if (place.position() < last.position()) {
      note("records are not sorted (" + last + " is followed by " + place + "): " + SORT);
    }
  }

  private void noteTorn(String contig) {
    note("records are not sorted (those of " + contig + " are not together): " + SORT);
  }

  private void note(String reason) {
    trouble = trouble == null ? reason : trouble;
  }
}

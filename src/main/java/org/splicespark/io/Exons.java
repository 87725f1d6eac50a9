package org.splicespark.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.splicespark.genome.Interval;
import org.splicespark.genome.Strand;
import org.splicespark.genome.Transcript;

/** The exons of one transcript as a file gives them; its CDS, as long as no exon has come. */
final class Exons {
  private record Exon(Interval place, String strand, int line) {}

  private final List<Exon> rows = new ArrayList<>();
  private boolean exonsProper;

  void add(FeatureRow row) {
    if (row.isExon() && !exonsProper) {
      rows.clear();
      exonsProper = true;
    }
    if (row.isExon() == exonsProper) {
      rows.add(new Exon(row.place(), row.strand(), row.line()));
    }
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  boolean exonsProper() {
    return exonsProper;
  }

  int firstLine() {
    return rows.get(0).line();
  }

  Transcript transcript(
      String id, Set<String> tags, Strand strand, Interval gene, TextLines lines) {
    for (Exon exon : rows) {
      if (!exon.strand().equals(String.valueOf(strand.symbol()))) {
        throw lines.fault(
            exon.line(),
            "strand \"" + exon.strand() + "\" of an exon of " + id + " is not its gene's");
      }
      if (!gene.contains(exon.place())) {
        Interval place = exon.place();
        String text = (place.start() + 1) + "-" + place.end();
        throw lines.fault(exon.line(), "exon " + text + " of " + id + " is outside its gene");
      }
    }
    return Transcript.ofExons(id, rows.stream().map(Exon::place).toList(), tags);
  }
}

package org.splicespark.io.bed;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.splicespark.genome.Interval;
import org.splicespark.model.SiteType;
import org.splicespark.predict.Region;
import org.splicespark.predict.SiteCaller;
import org.splicespark.predict.SitePrediction;
import org.splicespark.predict.SixDecimals;
import org.splicespark.predict.StrandScores;

/**
 * The rows of OpenSpliceAI's {@code predict}: a donor's row is the last base of the exon, but an
 * acceptor's the last base of the intron before. The name says the sequence, a gene's with the
 * stretch that was read (1-based). Sequences that are whole contigs have their strand behind their
 * name, and a seventh column.
 */
public record PeerRows(SiteCaller caller, SiteType type) implements Rows {

  @Override
  public void write(List<StrandScores> scores, RowWriter out) throws IOException {
    for (SitePrediction site : caller.sites(scores, type)) {
      int start = type == SiteType.DONOR ? site.position() : site.intronPosition();
      Interval read = site.region().readable();
      // The base before an acceptor that is the first of what was read is none of it.
      if (start >= read.start() && start < read.end()) {
        out.write(site.region().span().contig(), start, start + 1, row(site, start));
      }
    }
  }

  private StringBuilder row(SitePrediction site, int start) {
    Region region = site.region();
    char strand = region.strand().symbol();
    String contig = region.span().contig();
    String sequence = region.isGene() ? gene(region) : contig + ":" + strand;
    StringBuilder row = new StringBuilder(region.isGene() ? contig : sequence);
    row.append('\t').append(start).append('\t').append(start + 1);
    row.append('\t').append(sequence).append(type == SiteType.DONOR ? "_Donor\t" : "_Acceptor\t");
    SixDecimals.append(row, site.score());
    row.append('\t').append(strand);
    return region.isGene() ? row : row.append("\tabsolute_coordinates");
  }

  private static String gene(Region region) {
    Interval read = region.readable();
    return String.format(
        Locale.ROOT,
        "%s %s:%d-%d(%c)",
        BedName.of(region.id()),
        read.contig(),
        read.start() + 1,
        read.end(),
        region.strand().symbol());
  }
}

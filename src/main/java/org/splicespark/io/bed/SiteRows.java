package org.splicespark.io.bed;

import java.io.IOException;
import java.util.List;
import org.splicespark.model.SiteType;
import org.splicespark.predict.Region;
import org.splicespark.predict.SiteCaller;
import org.splicespark.predict.SitePrediction;
import org.splicespark.predict.SixDecimals;
import org.splicespark.predict.StrandScores;

/**
 * BED6 of one type's sites: one base each, the exon's, on either strand. The name is the gene's, or
 * a dot where whole contigs are asked about.
 */
public record SiteRows(SiteCaller caller, SiteType type) implements Rows {

  @Override
  public void write(List<StrandScores> scores, RowWriter out) throws IOException {
    for (SitePrediction site : caller.sites(scores, type)) {
      Region region = site.region();
      String contig = region.span().contig();
      int start = site.position();
      StringBuilder row = new StringBuilder(contig);
      row.append('\t').append(start).append('\t').append(start + 1).append('\t');
      row.append(region.isGene() ? BedName.of(region.name()) : ".").append('\t');
      SixDecimals.append(row, site.score());
      row.append('\t').append(region.strand().symbol());
      out.write(contig, start, start + 1, row);
    }
  }
}

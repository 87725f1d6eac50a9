package org.splicespark.spark.prediction;

import java.util.Locale;
import org.apache.parquet.schema.MessageTypeParser;
import org.splicespark.predict.Region;
import org.splicespark.predict.SitePrediction;
import org.splicespark.predict.SixDecimals;
import org.splicespark.spark.parquet.RowWriting;

/** Tells Parquet what is known of a site. */
final class SiteRowWriting extends RowWriting<SitePrediction> {
  static final String POSITION = "position";
  static final String PROBABILITY = "probability";

  private static final String SCHEMA =
      """
      message site {
        required binary contig (STRING);
        required int32 position;
        required binary strand (STRING);
        required binary type (STRING);
        required float probability;
        optional binary gene (STRING);
        optional binary gene_id (STRING);
      }
      """;

  SiteRowWriting() {
    super(MessageTypeParser.parseMessageType(SCHEMA));
  }

  @Override
  protected void fields(SitePrediction site) {
    Region region = site.region();
    text("contig", region.span().contig());
    number(POSITION, site.position());
    text("strand", String.valueOf(region.strand().symbol()));
    text("type", site.type().name().toLowerCase(Locale.ROOT));
    number(PROBABILITY, SixDecimals.rounded(site.score()));
    if (region.isGene()) {
      text("gene", region.name());
      text("gene_id", region.id());
    }
  }
}

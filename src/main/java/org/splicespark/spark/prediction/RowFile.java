package org.splicespark.spark.prediction;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.splicespark.genome.Strand;
import org.splicespark.io.bed.PeerRows;
import org.splicespark.io.bed.Rows;
import org.splicespark.io.bed.SiteRows;
import org.splicespark.io.bed.TrackRows;
import org.splicespark.model.SiteType;
import org.splicespark.predict.SiteCaller;
import org.splicespark.predict.Track;

/**
 * A file of the output.
 *
 * @param name in the output folder
 * @param rows what is in it
 */
public record RowFile(String name, Rows rows) implements Serializable {
  private static final List<SiteType> TYPES = List.of(SiteType.DONOR, SiteType.ACCEPTOR);
  private static final String COMPRESSED = ".gz";

  /** Everything that a run may have written, indexes included. */
  static final String OURS =
      "(donors|acceptors)(\\.bed|\\.(plus|minus)\\.bedgraph)\\.gz(\\.tbi)?"
          + "|(donor|acceptor)_predictions\\.bed|manifest\\.json";

  boolean isCompressed() {
    return name.endsWith(COMPRESSED);
  }

  /** {@code donors.bed.gz} and {@code acceptors.bed.gz}. */
  public static List<RowFile> sites(SiteCaller caller) {
    return TYPES.stream()
        .map(type -> new RowFile(word(type) + "s.bed.gz", new SiteRows(caller, type)))
        .toList();
  }

  /** OpenSpliceAI's two. */
  public static List<RowFile> peer(SiteCaller caller) {
    return TYPES.stream()
        .map(type -> new RowFile(word(type) + "_predictions.bed", new PeerRows(caller, type)))
        .toList();
  }

  /** Every base's score, a file for each type and strand. */
  public static List<RowFile> tracks(Iterable<Strand> strands) {
    List<RowFile> tracks = new ArrayList<>();
    for (SiteType type : TYPES) {
      for (Strand strand : strands) {
        String name = word(type) + "s." + word(strand) + ".bedgraph.gz";
        tracks.add(new RowFile(name, new TrackRows(new Track(type, strand))));
      }
    }
    return tracks;
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}

package org.splicespark.spark.prediction;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.splicespark.genome.Strand;
import org.splicespark.io.bed.PeerRows;
import org.splicespark.io.bed.SiteRows;
import org.splicespark.io.bed.TrackRows;
import org.splicespark.model.SiteType;
import org.splicespark.predict.SiteCaller;
import org.splicespark.predict.Track;

/** The files that there are, and their names. */
public final class OutputFiles {
  private static final List<SiteType> TYPES = List.of(SiteType.DONOR, SiteType.ACCEPTOR);

  /** Says what was run. */
  static final String MANIFEST = "manifest.json";

  /** Everything that a run may have written, indexes included. */
  static final String OURS =
      "(donors|acceptors)(\\.bed|\\.(plus|minus)\\.bedgraph)\\.gz(\\.tbi)?"
          + "|(donors|acceptors)\\.(plus|minus)\\.bw"
          + "|(donor|acceptor)_predictions\\.bed|sites\\.parquet|manifest\\.json";

  private OutputFiles() {}

  /** {@code donors.bed.gz} and {@code acceptors.bed.gz}. */
  public static List<PredictionFile> sites(SiteCaller caller) {
    List<PredictionFile> files = new ArrayList<>();
    TYPES.forEach(
        type -> files.add(new RowFile(word(type) + "s.bed.gz", new SiteRows(caller, type))));
    return files;
  }

  /** OpenSpliceAI's two. */
  public static List<PredictionFile> peer(SiteCaller caller) {
    List<PredictionFile> files = new ArrayList<>();
    TYPES.forEach(
        type ->
            files.add(new RowFile(word(type) + "_predictions.bed", new PeerRows(caller, type))));
    return files;
  }

  /** Every base's score as text, a file for each type and strand. */
  public static List<PredictionFile> bedGraphs(Iterable<Strand> strands) {
    List<PredictionFile> files = new ArrayList<>();
    for (Track track : tracks(strands)) {
      files.add(new RowFile(name(track) + ".bedgraph.gz", new TrackRows(track)));
    }
    return files;
  }

  /**
   * The same as bigWig.
   *
   * @param contigs lengths, in the order of the output
   */
  public static List<PredictionFile> bigWigs(
      Iterable<Strand> strands, Map<String, Integer> contigs) {
    LinkedHashMap<String, Integer> lengths = new LinkedHashMap<>(contigs);
    List<PredictionFile> files = new ArrayList<>();
    for (Track track : tracks(strands)) {
      files.add(new BigWigFile(name(track) + ".bw", track, lengths));
    }
    return files;
  }

  /** {@code sites.parquet}, a folder. */
  public static List<PredictionFile> parquet(SiteCaller caller) {
    return List.of(new SiteTable("sites.parquet", caller));
  }

  private static List<Track> tracks(Iterable<Strand> strands) {
    List<Track> tracks = new ArrayList<>();
    for (SiteType type : TYPES) {
      strands.forEach(strand -> tracks.add(new Track(type, strand)));
    }
    return tracks;
  }

  private static String name(Track track) {
    return word(track.type()) + "s." + word(track.strand());
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}

package org.splicespark.io.bed;

import java.io.IOException;
import java.util.List;
import org.splicespark.predict.SixDecimals;
import org.splicespark.predict.StrandScores;
import org.splicespark.predict.Tiling;
import org.splicespark.predict.Track;

/**
 * bedGraph of a track, at every base. Neighbours that print alike share a row, which ends at the
 * latest at the next multiple of {@link Tiling#GRID}: so rows do not depend on where tiles end.
 * Bases that are no A, C, G or T have no row.
 */
public record TrackRows(Track track) implements Rows {

  @Override
  public void write(List<StrandScores> scores, RowWriter out) throws IOException {
    for (Track.Stretch stretch : track.of(scores)) {
      write(stretch, out);
    }
  }

  private static void write(Track.Stretch stretch, RowWriter out) throws IOException {
    float[] values = stretch.values();
    int from = 0;
    for (int i = 1; i <= values.length; i++) {
      if (i == values.length || endsBefore(values, i, stretch.start() + i)) {
        if (!Float.isNaN(values[from])) {
          row(stretch, from, i, SixDecimals.millionths(values[from]), out);
        }
        from = i;
      }
    }
  }

  private static boolean endsBefore(float[] values, int i, int position) {
    return position % Tiling.GRID == 0
        || Float.isNaN(values[i]) != Float.isNaN(values[i - 1])
        || SixDecimals.millionths(values[i]) != SixDecimals.millionths(values[i - 1]);
  }

  private static void row(Track.Stretch stretch, int from, int to, int millionths, RowWriter out)
      throws IOException {
    int start = stretch.start() + from;
    int end = stretch.start() + to;
    StringBuilder row = new StringBuilder(stretch.contig());
    row.append('\t').append(start).append('\t').append(end).append('\t');
    SixDecimals.append(row, millionths);
    out.write(stretch.contig(), start, end, row);
  }
}

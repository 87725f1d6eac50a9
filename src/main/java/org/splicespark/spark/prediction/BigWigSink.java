package org.splicespark.spark.prediction;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.splicespark.io.bigwig.BigWigWriter;
import org.splicespark.io.vcf.CountingOutput;
import org.splicespark.predict.SixDecimals;
import org.splicespark.predict.StrandScores;
import org.splicespark.predict.Track;
import org.splicespark.spark.PartStore;

/** A task's part of a bigWig. */
final class BigWigSink implements PartSink {
  private final Track track;
  private final Map<String, Integer> numbers;
  private final String blocks;
  private final CountingOutput notes;
  private final BigWigWriter writer;

  BigWigSink(BigWigFile file, PartStore<?> store, String blocks) throws IOException {
    this.track = file.track();
    this.numbers = file.numbers();
    this.blocks = blocks;
    this.notes = new CountingOutput(store.create(BigWigFile.notes(blocks)));
    try {
      this.writer = new BigWigWriter(store.create(blocks), notes);
    } catch (IOException | RuntimeException e) {
      try (notes) {
        throw e;
      }
    }
  }

  @Override
  public void write(List<StrandScores> scores) throws IOException {
    for (Track.Stretch stretch : track.of(scores)) {
      float[] values = new float[stretch.values().length];
      for (int i = 0; i < values.length; i++) {
        values[i] = SixDecimals.rounded(stretch.values()[i]);
      }
      writer.write(numbers.get(stretch.contig()), stretch.start(), values);
    }
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }

  @Override
  public PartContent content() {
    Map<String, Long> files =
        Map.of(blocks, writer.summary().bytes(), BigWigFile.notes(blocks), notes.count());
    return new PartContent(files, writer.summary());
  }
}

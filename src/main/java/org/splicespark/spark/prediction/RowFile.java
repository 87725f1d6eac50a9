package org.splicespark.spark.prediction;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.splicespark.io.bed.RowJoiner;
import org.splicespark.io.bed.RowSummary;
import org.splicespark.io.bed.RowWriter;
import org.splicespark.io.bed.Rows;
import org.splicespark.predict.StrandScores;
import org.splicespark.spark.PartStore;

/**
 * A text file of rows; bgzipped, with a tabix index beside it, if its name says so.
 *
 * @param rows what is in it
 */
record RowFile(String name, Rows rows) implements PredictionFile {
  private static final String COMPRESSED = ".gz";

  private boolean isCompressed() {
    return name.endsWith(COMPRESSED);
  }

  @Override
  public PartSink open(PartStore<?> store, String part) throws IOException {
    String file = part + name;
    RowWriter writer = new RowWriter(store.create(file), isCompressed());
    return new PartSink() {
      @Override
      public void write(List<StrandScores> scores) throws IOException {
        rows.write(scores, writer);
      }

      @Override
      public PartContent content() {
        RowSummary summary = writer.summary();
        return new PartContent(Map.of(file, summary.bytes()), summary);
      }

      @Override
      public void close() throws IOException {
        writer.close();
      }
    };
  }

  @Override
  public PredictReport.Written join(PartStore<?> store, List<PartContent> parts)
      throws IOException {
    RowJoiner joiner = new RowJoiner(isCompressed());
    List<RowJoiner.Part> pieces = parts.stream().map(part -> piece(store, part)).toList();
    List<RowSummary> summaries = pieces.stream().map(RowJoiner.Part::summary).toList();
    try (OutputStream out = store.create(name)) {
      joiner.writeTo(out, pieces);
    }
    boolean indexed = joiner.indexable(summaries);
    if (indexed) {
      try (OutputStream out = store.create(name + PredictReport.INDEX)) {
        joiner.writeIndex(out, summaries);
      }
    }
    long rows = summaries.stream().mapToLong(RowSummary::rows).sum();
    return new PredictReport.Written(name, rows, indexed);
  }

  private static RowJoiner.Part piece(PartStore<?> store, PartContent part) {
    String file = part.files().keySet().iterator().next();
    return new RowJoiner.Part(
        store.file(file), (RowSummary) part.summary(), () -> store.open(file));
  }
}

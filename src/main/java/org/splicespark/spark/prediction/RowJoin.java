package org.splicespark.spark.prediction;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.splicespark.io.bed.RowJoiner;
import org.splicespark.io.bed.RowSummary;

/**
 * Makes the files of what the tasks wrote, and their indexes; all of them get their names at the
 * end.
 *
 * @param scored in the order of the output
 */
record RowJoin(List<PredictTask.Part> scored, RowParts parts) {
  private static final String INDEX = ".tbi";

  List<PredictReport.Written> publish(List<RowFile> files) throws IOException {
    List<PredictReport.Written> written = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      PredictReport.Written file = joined(files.get(i), i);
      written.add(file);
      names.add(file.name());
      if (file.indexed()) {
        names.add(file.name() + INDEX);
      }
    }
    parts.publish(names);
    return written;
  }

  private PredictReport.Written joined(RowFile file, int which) throws IOException {
    RowJoiner joiner = new RowJoiner(file.isCompressed());
    List<RowJoiner.Part> pieces = scored.stream().map(part -> piece(part, which)).toList();
    List<RowSummary> summaries = pieces.stream().map(RowJoiner.Part::summary).toList();
    try (OutputStream out = parts.create(file.name())) {
      joiner.writeTo(out, pieces);
    }
    boolean indexed = joiner.indexable(summaries);
    if (indexed) {
      try (OutputStream out = parts.create(file.name() + INDEX)) {
        joiner.writeIndex(out, summaries);
      }
    }
    long rows = summaries.stream().mapToLong(RowSummary::rows).sum();
    long bytes = summaries.stream().mapToLong(RowSummary::bytes).sum();
    return new PredictReport.Written(file.name(), rows, bytes, indexed);
  }

  private RowJoiner.Part piece(PredictTask.Part part, int which) {
    return new RowJoiner.Part(part.summaries().get(which), () -> open(part.names().get(which)));
  }

  private InputStream open(String name) throws IOException {
    return parts.open(name);
  }
}

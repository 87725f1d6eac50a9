package org.splicespark.spark.prediction;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.splicespark.predict.StrandScores;

/** A task's parts of all files. All are closed, whichever of them fails at it. */
final class PartSinks implements Closeable {
  private final List<PartSink> sinks = new ArrayList<>();

  void add(PartSink sink) {
    sinks.add(sink);
  }

  void write(List<StrandScores> scores) throws IOException {
    for (PartSink sink : sinks) {
      sink.write(scores);
    }
  }

  /** What was written, once they are closed. */
  List<PartContent> contents() {
    return sinks.stream().map(PartSink::content).toList();
  }

  @Override
  public void close() throws IOException {
    IOException failure = new IOException("the parts could not be closed");
    for (PartSink sink : sinks) {
      try {
        sink.close();
      } catch (IOException | RuntimeException e) {
        failure.addSuppressed(e);
      }
    }
    if (failure.getSuppressed().length > 0) {
      failure.initCause(failure.getSuppressed()[0]);
      throw failure;
    }
  }
}

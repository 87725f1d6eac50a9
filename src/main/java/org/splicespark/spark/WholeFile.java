package org.splicespark.spark;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.splicespark.io.vcf.Part;
import org.splicespark.io.vcf.PartJoiner;
import org.splicespark.io.vcf.PartSummary;

/** What header and parts make together, in one stream, and the index beside it. */
record WholeFile(
    HadoopFiles files, PartJoiner joiner, PartStore<PartResult> parts, List<PartResult> results) {
  static final String INDEX = ".tbi";

  /** Writes the text; leaves the stream open. */
  void writeTo(OutputStream out) throws IOException {
    joiner.writeTo(
        out, results.stream().map(r -> new Part(r.summary(), () -> parts.open(r.file()))).toList());
  }

  void writeText(String name) throws IOException {
    try (OutputStream out = files.create(name)) {
      writeTo(out);
    }
  }

  /**
   * @param name of the file that it is the index of
   * @return false if it can have none
   */
  boolean writeIndex(String name) throws IOException {
    if (noIndexBecause().isPresent()) {
      return false;
    }
    try (OutputStream out = files.create(name + INDEX)) {
      joiner.writeIndex(out, summaries());
    }
    return true;
  }

  /** Why it can have no index; empty if it can. */
  Optional<String> noIndexBecause() {
    return joiner.noIndexBecause(summaries());
  }

  private List<PartSummary> summaries() {
    return results.stream().map(PartResult::summary).toList();
  }
}

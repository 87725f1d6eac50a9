package org.splicespark.spark;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/**
 * The VCF beside the output that keeps the records whose scoring failed, with the reasons: for who
 * mends the program, and for scoring them again then. It is complete before the output has its
 * name, and gets its own together with it.
 *
 * @param results all parts of the output
 */
record FailedFile(
    OutputName output,
    HadoopFiles files,
    PartStore<PartResult> parts,
    byte[] header,
    List<PartResult> results) {
  private static final String SUFFIX = ".failed.vcf";
  static final String TEMPORARY = SUFFIX + OutputJoin.TEMPORARY;

  /** Its name; empty where there is none, or the output is no file that it could be beside. */
  Optional<String> name() {
    return isPossible() && results.stream().anyMatch(r -> r.failedBytes() > 0)
        ? Optional.of(output.name() + SUFFIX)
        : Optional.empty();
  }

  private boolean isPossible() {
    return output.form() != OutputName.Form.STDOUT;
  }

  /**
   * Writes it under a temporary name, if there are such records.
   *
   * @throws IOException also if those of a part have not the length that is known of them
   */
  void write() throws IOException {
    if (name().isEmpty()) {
      return;
    }
    try (OutputStream out = files.create(output.neighbour(TEMPORARY))) {
      out.write(header);
      for (PartResult result : results) {
        if (result.failedBytes() > 0) {
          copy(result, out);
        }
      }
    }
  }

  private void copy(PartResult result, OutputStream out) throws IOException {
    String file = FailedRecords.file(result.file());
    try (InputStream in = parts.open(file)) {
      long copied = in.transferTo(out);
      if (copied != result.failedBytes()) {
        throw new IOException(
            file + " has " + copied + " bytes and should have " + result.failedBytes());
      }
    }
  }

  /** Deletes that of a run before, which must neither outlive it nor stand beside a new output. */
  void clearOld() throws IOException {
    if (isPossible()) {
      files.delete(output.name() + SUFFIX);
    }
  }

  /** Gives it its name, if there is one. */
  void publish() throws IOException {
    if (name().isPresent()) {
      files.rename(output.neighbour(TEMPORARY), name().get());
    }
  }
}

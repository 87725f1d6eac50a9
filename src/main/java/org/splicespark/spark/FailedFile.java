package org.splicespark.spark;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/**
 * The VCF beside the output that keeps the records whose scoring failed, with the reasons: for who
 * mends the program, and for scoring them again then.
 */
record FailedFile(OutputName output, HadoopFiles files, PartStore<PartResult> parts) {
  private static final String SUFFIX = ".failed.vcf";

  /**
   * Writes it if there are such records; that of a run before does not outlive it.
   *
   * @return its name; empty where there is none, or the output is no file that it could be beside
   */
  Optional<String> join(List<PartResult> results, byte[] header) throws IOException {
    if (output.form() == OutputName.Form.STDOUT) {
      return Optional.empty();
    }
    String name = output.name() + SUFFIX;
    List<PartResult> having = results.stream().filter(r -> r.failedBytes() > 0).toList();
    if (having.isEmpty()) {
      files.delete(name);
      return Optional.empty();
    }
    String temporary = output.neighbour(SUFFIX + OutputJoin.TEMPORARY);
    try (OutputStream out = files.create(temporary)) {
      out.write(header);
      for (PartResult result : having) {
        try (InputStream in = parts.open(FailedRecords.file(result.file()))) {
          in.transferTo(out);
        }
      }
    }
    files.rename(temporary, name);
    return Optional.of(name);
  }
}

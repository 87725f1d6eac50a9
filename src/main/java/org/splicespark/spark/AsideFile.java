package org.splicespark.spark;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/**
 * A file of what is kept aside. It is complete before the output has its name, and gets its own
 * together with it.
 *
 * @param header its beginning
 * @param results all parts of the output
 */
record AsideFile(
    Aside kind,
    OutputName output,
    HadoopFiles files,
    PartStore<PartResult> parts,
    byte[] header,
    List<PartResult> results) {

  /** Its name; empty where there is none, or the output is no file that it could be beside. */
  Optional<String> name() {
    return isPossible() && results.stream().anyMatch(r -> r.bytes(kind) > 0)
        ? Optional.of(output.name() + kind.suffix())
        : Optional.empty();
  }

  private String temporary() {
    return output.neighbour(temporarySuffix(kind));
  }

  /** What stands behind the output's name before it has its own. */
  static String temporarySuffix(Aside kind) {
    return kind.suffix() + OutputJoin.TEMPORARY;
  }

  private boolean isPossible() {
    return output.form() != OutputName.Form.STDOUT;
  }

  /**
   * Writes it under a temporary name, if there is anything for it.
   *
   * @throws IOException also if those of a part have not the length that is known of them
   */
  void write() throws IOException {
    if (name().isEmpty()) {
      return;
    }
    try (OutputStream out = files.create(temporary())) {
      out.write(header);
      for (PartResult result : results) {
        if (result.bytes(kind) > 0) {
          copy(result, out);
        }
      }
    }
  }

  private void copy(PartResult result, OutputStream out) throws IOException {
    String file = kind.ofPart(result.file());
    try (InputStream in = parts.open(file)) {
      long copied = in.transferTo(out);
      if (copied != result.bytes(kind)) {
        throw new IOException(
            file + " has " + copied + " bytes and should have " + result.bytes(kind));
      }
    }
  }

  /** Deletes that of a run before, which must neither outlive it nor stand beside a new output. */
  void clearOld() throws IOException {
    if (isPossible()) {
      files.delete(output.name() + kind.suffix());
    }
  }

  /** Gives it its name, if there is one. */
  void publish() throws IOException {
    if (name().isPresent()) {
      files.rename(temporary(), name().get());
    }
  }
}

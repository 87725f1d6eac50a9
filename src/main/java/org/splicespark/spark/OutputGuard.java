package org.splicespark.spark;

import java.io.IOException;
import java.util.Optional;
import org.splicespark.error.InputException;

/** What a run may replace: nothing unasked, and never what no run of ours wrote. */
record OutputGuard(OutputName output, HadoopFiles files) {
  private static final String OURS = "_SUCCESS|part-[0-9]+\\.vcf\\.gz(\\.tbi)?";

  /**
   * @throws InputException if something is there that is not to be replaced
   */
  void requireFree(boolean overwrite) throws IOException {
    String name = output.name();
    if (output.form() == OutputName.Form.STDOUT || !files.exists(name)) {
      return;
    }
    boolean folder = files.status(name).isDirectory();
    if (folder != (output.form() == OutputName.Form.SHARDS)) {
      throw new InputException(
          name + (folder ? ": is a folder, not a file" : ": is a file, not a folder of shards"));
    }
    if (!overwrite) {
      throw new InputException(name + ": exists; give --overwrite to replace it");
    }
    Optional<String> other =
        folder
            ? files.list(name).stream().filter(entry -> !entry.matches(OURS)).findFirst()
            : Optional.empty();
    if (other.isPresent()) {
      throw new InputException(
          name
              + ": will not be replaced, "
              + other.get()
              + " in it is no shard; give another folder");
    }
  }
}

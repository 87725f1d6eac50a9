package org.splicespark.spark;

import java.io.IOException;
import java.util.Locale;
import org.splicespark.error.InputException;
import org.splicespark.io.vcf.Compression;

/** What an output's name says about its form. */
record OutputName(String name, Form form) {

  enum Form {
    PLAIN,
    BGZF,
    SHARDS,
    STDOUT
  }

  /**
   * @throws InputException for a name that says nothing
   */
  static OutputName of(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (name.equals("-")) {
      return new OutputName(name, Form.STDOUT);
    }
    if (name.endsWith("/") && !name.matches("(.*:)?/+")) {
      return new OutputName(name.replaceAll("/+$", ""), Form.SHARDS);
    }
    if (lower.endsWith(".vcf")) {
      return new OutputName(name, Form.PLAIN);
    }
    if (lower.endsWith(".vcf.gz") || lower.endsWith(".vcf.bgz")) {
      return new OutputName(name, Form.BGZF);
    }
    throw new InputException(
        name + ": an output ends in .vcf, .vcf.gz or .vcf.bgz, or in / for a folder of shards");
  }

  /** An output's name as every executor understands it; what it says about the form stays. */
  static String everywhere(String name, HadoopFiles files) throws IOException {
    OutputName output = of(name);
    return switch (output.form()) {
      case STDOUT -> name;
      case SHARDS -> files.everywhere(output.name()) + "/";
      case PLAIN, BGZF -> files.everywhere(name);
    };
  }

  /** How the parts are written. */
  Compression compression() {
    return form == Form.BGZF || form == Form.SHARDS ? Compression.BGZF : Compression.PLAIN;
  }

  /**
   * A hidden neighbour of the output, on the same file system, so that a rename is all it takes.
   */
  String neighbour(String suffix) {
    int slash = name.lastIndexOf('/');
    return name.substring(0, slash + 1) + "." + name.substring(slash + 1) + suffix;
  }
}

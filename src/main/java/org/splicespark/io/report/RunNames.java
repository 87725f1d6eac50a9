package org.splicespark.io.report;

import java.nio.file.Path;

/**
 * How runs are called on a page: by where their outputs lie below what was asked for.
 *
 * @param root what was asked for, an absolute path
 */
record RunNames(Path root) {

  /**
   * @param output an absolute path
   */
  String of(Path output) {
    boolean below = output.startsWith(root) && !output.equals(root);
    Path name = below ? root.relativize(output) : output.getFileName();
    return (name == null ? output : name).toString();
  }

  /** The last two names at least: of several experiments of a model, the last says little. */
  String ofTwo(Path output) {
    Path parent = output.getParent();
    boolean deep = parent != null && parent.startsWith(root) && !parent.equals(root);
    boolean alone = parent == null || parent.getFileName() == null;
    return deep || alone ? of(output) : parent.getFileName() + "/" + output.getFileName();
  }
}

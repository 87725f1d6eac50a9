package org.splicespark.cli.doctor;

import java.util.ArrayList;
import java.util.List;
import org.splicespark.spark.survey.HostFacts;
import org.splicespark.spark.survey.PathFacts;
import org.splicespark.spark.survey.PathFacts.Kind;

/** Of the files of a run, as each JVM sees them. */
final class PathCheck {
  private static final String FILE = "file";
  private static final long LEAST = Sizes.GB;

  private PathCheck() {}

  /** What the driver sees. */
  static List<Finding> of(HostFacts driver) {
    List<Finding> findings = new ArrayList<>();
    for (PathFacts path : driver.paths()) {
      findings.add(seen(path));
      if (path.writable() && path.free() >= 0 && path.free() < LEAST) {
        findings.add(
            Finding.warn(FILE, path.name() + ": only " + Sizes.text(path.free()) + " left there"));
      }
    }
    return findings;
  }

  /** What an executor sees otherwise than the driver. */
  static List<Finding> of(HostFacts driver, HostFacts executor) {
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < driver.paths().size(); i++) {
      PathFacts here = driver.paths().get(i);
      PathFacts there = executor.paths().get(i);
      boolean same =
          here.kind() == there.kind()
              && here.readable() == there.readable()
              && here.writable() == there.writable();
      findings.add(same ? seen(there) : otherwise(here, there));
    }
    return findings;
  }

  private static Finding seen(PathFacts path) {
    String name = path.name();
    return switch (path.kind()) {
      case FILE -> Finding.ok(FILE, name + ": can be read");
      case FOLDER ->
          path.writable()
              ? Finding.ok(FILE, name + "/: can be read and written")
              : Finding.warn(
                  FILE,
                  name
                      + "/: can be read, not written ("
                      + path.problem()
                      + "): no place for output");
      case NOTHING ->
          path.writable()
              ? Finding.ok(FILE, name + ": not there, and could be written")
              : Finding.fail(
                  FILE,
                  name + ": not there, and cannot be written: " + path.problem() + "; mistyped?");
      case UNKNOWN -> Finding.fail(FILE, unknown(path));
    };
  }

  /** A problem that names the file has all to say. */
  private static String unknown(PathFacts path) {
    return path.problem().startsWith(path.name())
        ? path.problem()
        : path.name() + ": cannot be looked at: " + path.problem();
  }

  private static Finding otherwise(PathFacts here, PathFacts there) {
    String name = there.name();
    if (here.kind() == Kind.FILE && there.kind() == Kind.NOTHING) {
      return Finding.warn(
          FILE,
          name
              + ": the driver has it, and the executor does not. Annotation and models may be so;"
              + " input and reference must be on a shared mount, hdfs://, s3a:// ... (a reference"
              + " may be shipped with --files)");
    }
    if (there.kind() == Kind.UNKNOWN) {
      return Finding.fail(FILE, unknown(there));
    }
    return Finding.fail(
        FILE,
        name
            + ": the executor sees "
            + said(there)
            + " where the driver sees "
            + said(here)
            + "; use a file system that all of them share");
  }

  private static String said(PathFacts path) {
    String kind = path.kind() == Kind.NOTHING ? "nothing" : "a " + path.kind();
    return kind.toLowerCase(java.util.Locale.ROOT)
        + (path.kind() == Kind.FILE
            ? ""
            : path.writable() ? " it can write to" : " it cannot write to");
  }
}

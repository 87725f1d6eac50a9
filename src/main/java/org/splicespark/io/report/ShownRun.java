package org.splicespark.io.report;

/**
 * A run with its section, which is made at once: what is wrong with the run's files is then known
 * where it is found, and not when the page is half written.
 */
record ShownRun(Run run, Section section) {

  static ShownRun of(Run run) {
    return new ShownRun(run, run.section());
  }
}

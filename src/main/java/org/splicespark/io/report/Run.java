package org.splicespark.io.report;

/** What a command left. */
interface Run {

  /** How it stands on a page. */
  Section section();
}

package org.splicespark.dataset.paralog;

/** A held-out gene and why it may not stay. */
public sealed interface Paralog permits ParalogMatch, KnownParalog {

  /** The held-out gene. */
  String gene();

  /** The gene that it is a paralog of. */
  String match();
}

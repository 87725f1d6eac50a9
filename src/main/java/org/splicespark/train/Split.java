package org.splicespark.train;

/** What a set of examples is for. */
public enum Split {
  TRAIN,
  VALIDATION,
  TEST
}

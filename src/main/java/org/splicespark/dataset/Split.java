package org.splicespark.dataset;

import java.util.Locale;

/** What a gene is used for. */
public enum Split {
  TRAIN,
  VALIDATION,
  TEST;

  /** As it is spelled in file names. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}

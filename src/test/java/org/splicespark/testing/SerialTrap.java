package org.splicespark.testing;

import java.io.ObjectInputStream;
import java.io.Serializable;

/** Runs code when it is read from a file by one who does not take care. */
public final class SerialTrap implements Serializable {
  private static final long serialVersionUID = 1L;

  public static boolean sprung;

  private void readObject(ObjectInputStream in) {
    sprung = true;
  }
}

package org.splicespark.io.report;

import org.splicespark.io.picture.Ink;

/** What a colour of a figure stands for. */
record Key(String style, String name) {
  static Key of(Ink ink, String name) {
    return new Key(ink.style(), name);
  }
}

package org.splicespark.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeCacheTest {
  private static final String SETTING = "ENGINE_CACHE_DIR";

  @Test
  void thePlaceIsTheOneThatWasSetAndIsNotMadeByAsking(@TempDir Path folder) {
    String before = System.getProperty(SETTING);
    Path place = folder.resolve("cache");
    System.setProperty(SETTING, place.toString());
    try {
      String told = System.getenv(SETTING);
      assertEquals(told == null ? place : Path.of(told), NativeCache.place());
      assertFalse(Files.exists(place));
    } finally {
      restore(before);
    }
  }

  private static void restore(String before) {
    if (before == null) {
      System.clearProperty(SETTING);
    } else {
      System.setProperty(SETTING, before);
    }
  }
}

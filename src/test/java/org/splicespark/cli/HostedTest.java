package org.splicespark.cli;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whose JVM it is. */
class HostedTest {
  private static final Map<String, String> NONE = Map.of();

  @Test
  void theJvmIsOursOnALaptopAndWithTheDriverHere() {
    assertFalse(Hosted.isHosted(null, NONE));
    assertFalse(Hosted.isHosted("client", NONE));
  }

  @Test
  void itIsAnothersInAContainerOfTheClusterAndOnDatabricks() {
    assertTrue(Hosted.isHosted("cluster", NONE));
    assertTrue(Hosted.isHosted(null, Map.of("DATABRICKS_RUNTIME_VERSION", "16.4")));
    assertTrue(Hosted.isHosted("client", Map.of("DATABRICKS_RUNTIME_VERSION", "16.4")));
  }

  @Test
  void thereOnlyAnExceptionSaysThatARunFailed() {
    assertDoesNotThrow(() -> Hosted.end(0));
    String message =
        assertThrows(IllegalStateException.class, () -> Hosted.end(Main.INPUT)).getMessage();
    assertTrue(message.contains("exit code 3"), message);
  }
}

package org.splicespark.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.splicespark.error.InputException;
import org.splicespark.testing.SharedSpark;

/** How sessions start. */
@Tag("spark")
class SessionsTest {

  @Test
  void onlyAnEmbeddedMasterIsLocal() {
    assertTrue(Sessions.isLocal("local") && Sessions.isLocal("local[2,4]"));
    assertFalse(Sessions.isLocal("local-cluster[2,1,1024]") || Sessions.isLocal("yarn"));
  }

  @Test
  void aRunThatWouldWaitForeverForAGpuIsRefused() {
    Map<String, String> gpu = Map.of("spark.task.resource.gpu.amount", "1");
    String message =
        assertThrows(InputException.class, () -> Sessions.start("x", "local[2]", gpu)).getMessage();
    assertTrue(message.contains("give --device cuda:0 instead"), message);
  }

  @Test
  void aSessionIsKnownToBeThere() {
    SharedSpark.stop();
    assertFalse(Sessions.exists());
    assertEquals("local[2,4]", SharedSpark.context().master());
    assertTrue(Sessions.exists());
  }
}

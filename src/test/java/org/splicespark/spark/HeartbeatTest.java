package org.splicespark.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.splicespark.error.InputException;

/** Whose a folder is. */
@Tag("spark")
class HeartbeatTest {
  @TempDir Path folder;
  private final HadoopFiles files = new HadoopFiles(new Configuration());

  private Heartbeat begin(String run) throws IOException {
    return Heartbeat.begin(files, folder.toString(), run);
  }

  private Path file() {
    return folder.resolve(Heartbeat.FILE);
  }

  @Test
  void aFolderIsOneRunsUntilThatEnds() throws IOException {
    try (Heartbeat first = begin("a")) {
      String refused = assertThrows(InputException.class, () -> begin("b")).getMessage();
      assertTrue(refused.contains("process " + ProcessHandle.current().pid()), refused);
      assertEquals(1, refused.lines().count());
      assertTrue(first.isHeld());
    }
    begin("b").close();
    try (var left = Files.list(folder)) {
      assertEquals(List.of(), left.toList());
    }
  }

  @Test
  void aRunThatHasNotBeenSeenForTwoMinutesIsDeadAndLearnsThatItIs() throws IOException {
    try (Heartbeat first = begin("a")) {
      Files.setLastModifiedTime(file(), FileTime.from(Instant.now().minus(Duration.ofMinutes(3))));
      try (Heartbeat second = begin("b")) {
        assertFalse(first.isHeld());
        first.close();
        assertTrue(second.isHeld());
      }
    }
  }

  @Test
  void aProcessOfThisMachineThatIsNoMoreNeedsNoWaiting() throws IOException {
    begin("a").stop();
    String alive = Files.readString(file());
    String[] fields = alive.split(" ");
    String now = fields[0] + " " + fields[1];
    Files.writeString(file(), now + " 1000 a " + fields[4]); // Its number is another's.
    begin("b").stop();
    Files.writeString(file(), alive);
    assertThrows(InputException.class, () -> begin("c"));
    Files.writeString(file(), "elsewhere " + fields[1] + " 1000 a " + fields[4]);
    assertThrows(InputException.class, () -> begin("c"));
    Files.writeString(file(), now + " 1000 a pid:[1]");
    assertThrows(InputException.class, () -> begin("c"), "another container may be alive");
  }

  @Test
  void aRunThatGoesOnIsSeenAgainAndAgain() throws Exception {
    try (Heartbeat own = Heartbeat.begin(files, folder.toString(), "a", 20)) {
      FileTime old = FileTime.from(Instant.now().minus(Duration.ofMinutes(3)));
      for (int i = 0; i < 3; i++) {
        Files.setLastModifiedTime(file(), old);
        for (int look = 0; look < 500 && own.isHeld() && seen().equals(old); look++) {
          Thread.sleep(20);
        }
        assertTrue(seen().compareTo(old) > 0, "beat " + i);
      }
    }
  }

  private FileTime seen() throws IOException {
    return Files.getLastModifiedTime(file());
  }

  @Test
  void aRunIsNeverTakenForLostWhileItWritesThatItIsAlive() throws Exception {
    try (Heartbeat own = begin("a")) {
      AtomicBoolean ended = new AtomicBoolean();
      Thread clock =
          new Thread(
              () -> {
                while (!ended.get()) {
                  own.beat();
                }
              });
      clock.start();
      try {
        for (int i = 0; i < 500; i++) {
          assertTrue(own.isHeld(), "look " + i);
        }
      } finally {
        ended.set(true);
        clock.join();
      }
    }
  }

  @Test
  void aBeatThatFailedHalfWayIsMadeUpForByTheNext() throws IOException {
    try (Heartbeat own = begin("a")) {
      String alive = Files.readString(file());
      Files.writeString(file(), "");
      assertTrue(own.isHeld());
      own.beat();
      assertEquals(alive, Files.readString(file()));
    }
  }
}

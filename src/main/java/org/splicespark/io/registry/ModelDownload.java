package org.splicespark.io.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.splicespark.error.InputException;

/**
 * Brings published files here. A file gets its name when it is whole and has its digest; what came
 * of one that is not whole stays beside its place, and is gone on with.
 */
public record ModelDownload(Web web, FetchEvents events) {

  /** What was to be done. */
  public enum Outcome {
    FETCHED,
    WAS_THERE
  }

  /**
   * Returns when the file is in its place. If another process is at it, waits and takes what that
   * one got. A file that is there with other bytes is replaced; one that no digest is known of
   * stays.
   *
   * @throws InputException if it cannot be had, or is not what the manifest says
   */
  public Outcome fetch(PublishedFile file, Path target) {
    if (Verdict.of(file, target) == Verdict.GOOD) {
      return Outcome.WAS_THERE; // Before the lock: the folder may be one that is read only.
    }
    try {
      Path folder = Files.createDirectories(target.toAbsolutePath().getParent());
      try (FetchLock lock = FetchLock.take(folder, () -> waiting(file))) {
        Verdict there = Verdict.of(file, target);
        if (there == Verdict.GOOD || there == Verdict.UNKNOWN) {
          return Outcome.WAS_THERE;
        }
        bring(file, target);
        return Outcome.FETCHED;
      }
    } catch (IOException e) {
      throw new InputException(target + ": cannot be written: " + Attempts.reason(e), e);
    }
  }

  private void waiting(PublishedFile file) {
    events.note(file.name() + ": another process fetches into its folder; waiting");
  }

  private void bring(PublishedFile file, Path target) throws IOException {
    PartFile part = PartFile.beside(target);
    boolean resumed = new Attempts(file, part, web, events).complete();
    if (resumed && isDifferent(file, part)) {
      events.note(file.name() + ": some of what came was of another file; from its beginning");
      part.delete();
      new Attempts(file, part, web, events).complete();
    }
    if (isDifferent(file, part)) {
      String found = Verdict.sha256(part.bytes());
      part.delete();
      throw new InputException(
          "%s: %s has other bytes than were published: SHA-256 %s instead of %s; nothing was kept"
              .formatted(file.name(), file.url(), found, file.sha256()));
    }
    part.finish(target);
  }

  private static boolean isDifferent(PublishedFile file, PartFile part) {
    return Verdict.of(file, part.bytes()) == Verdict.DIFFERENT;
  }
}

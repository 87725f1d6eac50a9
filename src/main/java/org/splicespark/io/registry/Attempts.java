package org.splicespark.io.registry;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.OptionalLong;
import org.splicespark.error.InputException;

/** Asks for a file again and again, until all of it is there or there is no hope. */
final class Attempts {
  private final PublishedFile file;
  private final PartFile part;
  private final Web web;
  private final FetchEvents events;
  private OptionalLong total;
  private Duration asked = Duration.ZERO;
  private boolean resumed = true;

  Attempts(PublishedFile file, PartFile part, Web web, FetchEvents events) {
    this.file = file;
    this.part = part;
    this.web = web;
    this.events = events;
    this.total = file.bytes() == null ? OptionalLong.empty() : OptionalLong.of(file.bytes());
  }

  /**
   * Returns when the part file has as many bytes as it should.
   *
   * @return whether they may be of several answers, or of an earlier fetch, so that it is no
   *     server's fault if they do not go together
   * @throws InputException if the server does not give them
   * @throws IOException if the disk does not take them
   */
  boolean complete() throws IOException {
    URI address = Web.address(file.name(), file.address().orElseThrow());
    Transfer transfer = new Transfer(web, address, total.orElse(Long.MAX_VALUE));
    if (file.sha256() == null && isWhole()) {
      part.delete(); // Nothing tells whose bytes they are, and there is nothing more to ask for.
    }
    int failures = 0;
    long longest = part.size();
    while (!isWhole()) {
      String failure = attempt(transfer);
      if (failure == null) {
        break;
      }
      // Compared with the one before, a server that drops here and there brings more for ever.
      failures = part.size() > longest ? 1 : failures + 1;
      longest = Math.max(longest, part.size());
      if (failures >= web.patience().attempts()) {
        throw unreachable(failure);
      }
      pause(failure, web.patience().pause(failures, asked));
    }
    requireNoMore();
    return resumed;
  }

  /** Asks once: what went wrong, in words, or null if all is there. */
  private String attempt(Transfer transfer) throws IOException {
    asked = Duration.ZERO;
    resumed = true; // Until an answer is known to be the whole of what is here.
    try {
      Reply reply = transfer.run(part, file.sha256() != null, this::tell);
      if (reply.wantsFreshStart()) {
        part.delete();
        return "the server cannot go on where we were";
      }
      if (!reply.hasBytes()) {
        asked = reply.asked();
        return passing(reply);
      }
      resumed = reply.offset() > 0;
      requireLength(reply);
      total = total(reply);
      return total.isEmpty() || isWhole() ? null : "the answer ended early";
    } catch (Transfer.Unwritable e) {
      throw e;
    } catch (IOException e) {
      return reason(e);
    }
  }

  private String passing(Reply reply) {
    if (!reply.isPassing()) {
      throw unreachable(reply.refusal());
    }
    return reply.refusal();
  }

  private void requireLength(Reply reply) throws IOException {
    long said = reply.total().orElse(-1);
    if (said == 0) {
      throw unreachable("the server has an empty file");
    }
    if (file.bytes() != null && said >= 0 && said != file.bytes()) {
      part.delete();
      throw new InputException(
          "%s: %s has %d bytes, and %d were published; nothing was kept"
              .formatted(file.name(), file.url(), said, file.bytes()));
    }
  }

  /** A file whose digest is known is compared by that. */
  private void requireNoMore() throws IOException {
    long size = part.size();
    if (file.sha256() == null && total.isPresent() && size != total.getAsLong()) {
      part.delete();
      throw new InputException(
          "%s: %s brings %d bytes and more, and it should have %d; nothing was kept"
              .formatted(file.name(), file.url(), size, total.getAsLong()));
    }
  }

  private void tell(long done, Reply reply) {
    events.progress(file.name(), done, total(reply).orElse(0));
  }

  private OptionalLong total(Reply reply) {
    return file.bytes() == null ? reply.total() : OptionalLong.of(file.bytes());
  }

  private boolean isWhole() throws IOException {
    return total.isPresent() && part.size() >= total.getAsLong();
  }

  private void pause(String failure, Duration pause) throws IOException {
    long seconds = pause.plusMillis(999).toSeconds();
    events.note("%s: %s; again in %d s".formatted(file.name(), failure, seconds));
    try {
      Thread.sleep(pause.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private InputException unreachable(String failure) {
    return new InputException(
        "%s: cannot be fetched from %s: %s".formatted(file.name(), file.url(), failure));
  }

  /** A failure in words. */
  static String reason(IOException e) {
    String message = e.getMessage();
    String kind = e.getClass().getSimpleName();
    return message == null || message.isBlank() ? kind : message + " (" + kind + ")";
  }
}

package org.splicespark.io.registry;

import java.io.IOException;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * One answer on its way into a part file. It is written to by threads of the client's, which may be
 * at it still when the caller has given up: after {@link #close} nothing is written any more.
 */
final class Arrival implements BodyHandler<Void>, AutoCloseable {
  private final PartFile part;
  private final long have;
  private final Optional<String> tag;
  private final long most;
  private final BiConsumer<Long, Reply> progress;
  private Reply reply;
  private FileChannel out;
  private long written;
  private IOException failure;
  private boolean closed;
  private volatile long lastSign = System.nanoTime();

  /**
   * @param have bytes of the part that the server knows of
   * @param tag that a rest must have; empty if any will do
   * @param most bytes that the whole file can have: of a longer one, no more than that is kept
   * @param progress told how many bytes are here
   */
  Arrival(
      PartFile part, long have, Optional<String> tag, long most, BiConsumer<Long, Reply> progress) {
    this.part = part;
    this.have = have;
    this.tag = tag;
    this.most = most;
    this.progress = progress;
  }

  @Override
  public synchronized BodySubscriber<Void> apply(ResponseInfo info) {
    lastSign = System.nanoTime();
    reply = Reply.of(info, have, tag);
    if (!reply.hasBytes()) {
      return BodySubscribers.replacing(null);
    }
    return BodySubscribers.ofByteArrayConsumer(bytes -> bytes.ifPresent(this::write));
  }

  private synchronized void write(byte[] bytes) {
    lastSign = System.nanoTime();
    if (closed || hasEnough()) {
      return;
    }
    try {
      if (out == null) {
        out = part.from(reply.offset(), reply.validator());
      }
      ByteBuffer rest = ByteBuffer.wrap(bytes);
      while (rest.hasRemaining()) {
        out.write(rest);
      }
      written = out.position();
      progress.accept(written, reply);
    } catch (IOException e) {
      failure = e;
    }
  }

  /** What the server said; empty if nothing yet. */
  synchronized Optional<Reply> reply() {
    return Optional.ofNullable(reply);
  }

  /** Why bytes could not be written; empty if they could. */
  synchronized Optional<IOException> failure() {
    return Optional.ofNullable(failure);
  }

  /** Whether more bytes would be of no use. */
  synchronized boolean hasEnough() {
    return failure != null || written > most;
  }

  /** Since anything came, in nanoseconds. */
  long silence() {
    return System.nanoTime() - lastSign;
  }

  @Override
  public synchronized void close() throws IOException {
    closed = true;
    if (out != null) {
      out.close();
    }
  }
}

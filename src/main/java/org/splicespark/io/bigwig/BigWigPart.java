package org.splicespark.io.bigwig;

import java.io.IOException;
import java.io.InputStream;

/**
 * One part, as its writer left it.
 *
 * @param name of the blocks' file
 * @param blocks opens the blocks
 * @param notes opens what is known of them
 */
public record BigWigPart(String name, BigWigSummary summary, Content blocks, Content notes) {

  /** Opens a stream; whoever opens it closes it. */
  @FunctionalInterface
  public interface Content {
    InputStream open() throws IOException;
  }
}

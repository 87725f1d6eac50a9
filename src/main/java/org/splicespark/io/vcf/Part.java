package org.splicespark.io.vcf;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/**
 * A part that was written, to be joined with others.
 *
 * @param summary what the part's {@link PartWriter} said of it
 * @param content opens the part's bytes
 */
public record Part(PartSummary summary, Content content) {

  public Part {
    Objects.requireNonNull(summary, "summary");
    Objects.requireNonNull(content, "content");
  }

  /** Opens a stream; whoever opens it closes it. */
  @FunctionalInterface
  public interface Content {
    InputStream open() throws IOException;
  }
}

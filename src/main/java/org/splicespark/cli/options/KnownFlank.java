package org.splicespark.cli.options;

import java.util.Arrays;
import java.util.Optional;
import org.splicespark.model.Flank;
import picocli.CommandLine.Model.CommandSpec;

/** What {@code --flanking-size} may be. */
final class KnownFlank {
  private KnownFlank() {}

  /**
   * @param bases as typed; null if they are not
   * @return empty if nothing is typed
   */
  static Optional<Flank> of(Integer bases, CommandSpec command) {
    if (bases == null) {
      return Optional.empty();
    }
    Optional<Flank> known =
        Arrays.stream(Flank.values()).filter(f -> f.bases() == bases).findFirst();
    new Mistakes(command)
        .require(known.isPresent(), "--flanking-size must be 80, 400, 2000 or 10000, not " + bases);
    return known;
  }
}

package org.splicespark.cli.options;

import java.util.Optional;
import org.splicespark.error.InputException;
import org.splicespark.model.Channels.Meaning;
import org.splicespark.model.ModelSource;
import org.splicespark.variant.Profile;

/**
 * Whether a profile is one for the networks it is given with.
 *
 * @param name what the command line calls the networks
 */
record ProfileCheck(Profile profile, String name, ModelSource models) {

  /**
   * @throws InputException if it is not
   */
  void requireFit() {
    Meaning answers = models.channels().meaning();
    if (answers != profile.answers()) {
      throw new InputException(name + ": " + (answers == Meaning.TISSUES ? tissues() : sites()));
    }
    profile
        .flank()
        .ifPresent(
            flank -> {
              if (flank != models.flank()) {
                throw new InputException(name + ": " + otherFlank(flank));
              }
            });
  }

  /** What a person may not have meant, and may: these networks under another program's rules. */
  Optional<String> note() {
    String label = models.family().label();
    return profile
        .family()
        .filter(family -> family != models.family())
        .map(
            family ->
                "note: %s: these networks are %s's and --profile %s is for %s's; the scores are %s's"
                    .formatted(name, label, profile.word(), family.label(), label));
  }

  private String tissues() {
    return "these networks answer for tissues ("
        + String.join(", ", models.channels().names())
        + "); give --profile pangolin";
  }

  private String sites() {
    return "these networks tell acceptors from donors and know no tissue; --profile "
        + profile.word()
        + " is for Pangolin's";
  }

  private String otherFlank(int flank) {
    return "a flank of "
        + models.flank()
        + ", but --profile "
        + profile.word()
        + " is for networks of "
        + flank
        + "; give another model, or single options without the profile";
  }
}

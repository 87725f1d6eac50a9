package org.splicespark.djl;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.splicespark.error.InputException;
import org.splicespark.model.Channels;
import org.splicespark.model.Family;
import org.splicespark.model.ModelSource;
import org.splicespark.model.ModelSource.Member;

/** What files must have in common to be one ensemble. */
record EnsembleOfFiles(Path place, List<ModelFile> files) {

  /**
   * @throws InputException if the files are of several families, flanks or versions, or if a tissue
   *     has fewer replicates than another
   */
  ModelSource source() {
    ModelFile first = files.get(0);
    for (ModelFile other : files) {
      if (other.family() != first.family()) {
        throw mixed("family", first, first.family().label(), other, other.family().label());
      }
      if (other.flank() != first.flank()) {
        throw mixed("flank", first, "" + first.flank().bases(), other, "" + other.flank().bases());
      }
      if (!version(other).equals(version(first))) {
        throw mixed("version", first, version(first), other, version(other));
      }
    }
    List<Member> members = new ArrayList<>(files.stream().map(ModelFile::member).toList());
    if (first.family() == Family.PANGOLIN) {
      requireAllReplicates(members);
      members.sort(Comparator.comparing(member -> PangolinNames.place(member.channels())));
    }
    return new ModelSource(first.family(), members, first.flank().bases());
  }

  /** Only Pangolin's names have one. */
  private static String version(ModelFile file) {
    return file.family() == Family.PANGOLIN ? PangolinNames.version(file.member().name()) : "";
  }

  private InputException mixed(
      String what, ModelFile one, String its, ModelFile other, String others) {
    return new InputException(
        "%s: the members of an ensemble must have one %s, but %s has %s and %s has %s"
            .formatted(place, what, one.member().name(), its, other.member().name(), others));
  }

  private void requireAllReplicates(List<Member> members) {
    Map<Channels, Long> replicates =
        members.stream()
            .collect(
                Collectors.groupingBy(Member::channels, LinkedHashMap::new, Collectors.counting()));
    if (replicates.values().stream().distinct().count() > 1) {
      String counts =
          replicates.entrySet().stream()
              .map(entry -> entry.getKey().names().get(0) + " " + entry.getValue())
              .collect(Collectors.joining(", "));
      throw new InputException(
          place
              + ": every tissue must have as many replicates as the others, but there are "
              + counts);
    }
  }
}

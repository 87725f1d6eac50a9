package org.splicespark.model;

import java.io.Serializable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the channels of a model's answer mean, in their order.
 *
 * @param meaning what a number is the probability of
 * @param names one for each channel, all different
 */
public record Channels(Meaning meaning, List<String> names) implements Serializable {

  /** Neither, acceptor, donor: in the order of {@link SiteType}. */
  public static final Channels SITES =
      new Channels(Meaning.SITES, List.of("neither", "acceptor", "donor"));

  public Channels {
    names = List.copyOf(names);
    if (names.isEmpty() || Set.copyOf(names).size() < names.size()) {
      throw new IllegalArgumentException("no names for channels: " + names);
    }
  }

  /** What a number is the probability of. */
  public enum Meaning {
    /** The base is what the channel is named after; the channels of a base sum to 1. */
    SITES,
    /** The base is a splice site, of either type, in the tissue the channel is named after. */
    TISSUES
  }

  /** A channel for each tissue. */
  public static Channels tissues(List<String> names) {
    return new Channels(Meaning.TISSUES, names);
  }

  /**
   * All channels of several answers side by side.
   *
   * @throws IllegalArgumentException if they do not mean the same or have a channel in common
   */
  static Channels joined(List<Channels> parts) {
    Set<String> names = new LinkedHashSet<>();
    for (Channels part : parts) {
      if (part.meaning != parts.get(0).meaning || !part.names.stream().allMatch(names::add)) {
        throw new IllegalArgumentException("answers that do not go side by side: " + parts);
      }
    }
    return new Channels(parts.get(0).meaning, List.copyOf(names));
  }

  /** Channels of an answer. */
  public int count() {
    return names.size();
  }
}

package org.splicespark.djl;

import java.util.Set;
import org.splicespark.model.Channels;
import org.splicespark.model.Family;

/** What a PyTorch file calls the parameters of {@link ParameterNames}. */
interface PublishedNames {

  /** OpenSpliceAI's names, which are ours. */
  PublishedNames OPENSPLICEAI =
      new PublishedNames() {
        @Override
        public Family family() {
          return Family.OPENSPLICEAI;
        }

        @Override
        public Channels channels() {
          return Channels.SITES;
        }

        @Override
        public String of(String ours) {
          return ours;
        }

        @Override
        public Set<String> unused() {
          return Set.of();
        }
      };

  /**
   * Those that this file uses.
   *
   * @param file its name
   * @throws MalformedCheckpoint if the file's name does not say what must be known of it
   */
  static PublishedNames of(String file, StateDict dict) {
    return PangolinNames.areIn(dict) ? PangolinNames.ofFile(file) : OPENSPLICEAI;
  }

  /** Whose names these are. */
  Family family();

  /** What the network answers. */
  Channels channels();

  /** The file's name of a parameter; ours, if it has none. */
  String of(String ours);

  /** Names of parameters that the file must have and that are not asked for. */
  Set<String> unused();
}

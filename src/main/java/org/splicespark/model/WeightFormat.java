package org.splicespark.model;

import java.nio.file.Path;
import java.util.List;

/** A way to keep a network's weights in files, beside PyTorch's own. */
public interface WeightFormat {

  /** Whether a file of this name is meant to be one of these. */
  boolean covers(String name);

  /** Whether a file is one of these, by its name or its first bytes. */
  boolean covers(Path file);

  /**
   * The networks in a file, of one family and flank; at least one.
   *
   * @throws org.splicespark.error.InputException if the file is damaged, or its network is none of
   *     the published; says where they differ
   */
  List<NetworkWeights> read(Path file);
}

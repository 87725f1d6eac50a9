package org.splicespark.io.registry;

import java.util.List;

/**
 * Models that were published to be used together.
 *
 * @param flank bases that the networks read, both sides together
 * @param models its members
 */
public record PublishedEnsemble(
    String name, String species, int flank, List<PublishedFile> models) {}

package org.splicespark.io.bigwig;

import java.io.Serializable;

/**
 * What a {@link BigWigWriter} wrote.
 *
 * @param values bases with a value
 * @param blocks of compressed values
 * @param bytes of all blocks
 */
public record BigWigSummary(long values, long blocks, long bytes) implements Serializable {}

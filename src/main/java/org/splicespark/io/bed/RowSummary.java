package org.splicespark.io.bed;

import java.io.Serializable;
import org.splicespark.io.vcf.TabixBins;

/**
 * What a {@link RowWriter} wrote, as much of it as joining the parts needs.
 *
 * @param bytes as written
 * @param beyond whether a row lies where no tabix index can tell
 */
public record RowSummary(long rows, long bytes, boolean beyond, TabixBins bins)
    implements Serializable {}

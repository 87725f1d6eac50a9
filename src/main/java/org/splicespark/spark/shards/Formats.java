package org.splicespark.spark.shards;

import java.io.Serializable;

/**
 * What is written.
 *
 * @param hdf5 shards of HDF5, or one file per split
 * @param single one HDF5 file per split, with the peers' names
 * @param fasta the genes' bases as well
 */
public record Formats(boolean parquet, boolean hdf5, boolean single, boolean fasta)
    implements Serializable {}

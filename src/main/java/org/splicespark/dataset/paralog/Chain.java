package org.splicespark.dataset.paralog;

/**
 * Seeds that ascend in both genes.
 *
 * @param seeds of {@link SharedSeeds}, ascending
 * @param score in matching bases, less the cost of the gaps
 */
record Chain(long[] seeds, double score) {}

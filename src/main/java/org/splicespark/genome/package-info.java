/**
 * The vocabulary: contigs, intervals, strands, sequences, genes. Depends on nothing.
 *
 * <p>One coordinate system: 0-based, half-open, on the forward strand of the contig. Files with
 * other conventions are converted where they are read, in {@code io}.
 */
package org.splicespark.genome;

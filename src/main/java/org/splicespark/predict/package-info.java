/**
 * Splice sites of whole contigs or of genes: which stretches the network is asked about, and which
 * of its answers are sites. Plain Java.
 *
 * <p>One convention for every site, that of the training data and of {@code variant}: a donor is
 * the last base of an exon before an intron, an acceptor the first base of an exon after one, on
 * either strand. Coordinates are 0-based and on the forward strand.
 */
package org.splicespark.predict;

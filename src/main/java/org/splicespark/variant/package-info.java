/**
 * What a variant does to splicing: from an allele and a gene to four delta scores. Plain Java; the
 * network is behind {@link org.splicespark.model.SpliceModel}, the genome behind {@link
 * org.splicespark.genome.Genome}.
 *
 * <p>Delta scores are those of Jaganathan et al., Cell 2019: the largest increase and the largest
 * decrease of the acceptor and the donor probability within a distance of the variant.
 */
package org.splicespark.variant;

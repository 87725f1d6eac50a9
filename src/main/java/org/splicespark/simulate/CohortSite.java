package org.splicespark.simulate;

/**
 * A site at which a cohort varies.
 *
 * @param position 0-based first base of {@code ref}
 * @param ref the reference's bases, one or some more
 * @param alt another base; or, for an indel, the first of {@code ref} and what is put in
 * @param frequency of {@code alt} among all haplotypes there could be
 */
public record CohortSite(String contig, int position, String ref, String alt, double frequency) {}

/**
 * bigWig (Kent and others, Bioinformatics 26:2204, 2010): a value for every base, compressed, with
 * an index and with summaries for a view from afar. Written in parts that are joined: nothing here
 * grows with a contig's length but one index node per 256 blocks and the places of the summaries'
 * blocks, 2 bytes for each 1,000 bases together.
 */
package org.splicespark.io.bigwig;

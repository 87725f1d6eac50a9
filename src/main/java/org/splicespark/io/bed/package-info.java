/**
 * Sites and scores as rows: BED and bedGraph, written in parts that are joined byte by byte, with
 * tabix indexes. Blocks and bins are those of {@code io.vcf}.
 */
package org.splicespark.io.bed;

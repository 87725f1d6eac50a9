/**
 * Files and their conventions: FASTA, annotations. Converts every coordinate to 0-based, half-open
 * on the way in. The only package that knows htsjdk.
 */
package org.splicespark.io;

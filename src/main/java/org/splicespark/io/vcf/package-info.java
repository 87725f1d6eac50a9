/**
 * VCF as lines: a file of any size is cut into splits, read and written back without decoding what
 * we do not annotate. Every byte comes out as it came, but for the INFO column of annotated records
 * and the header lines that are added.
 *
 * <p>Formats: VCF 4.x; BGZF as in section 4.1 of the SAM specification; gzip as in RFC 1952; the
 * tabix index as in its specification. {@link org.splicespark.io.vcf.ByteSource} is the port
 * through which file systems other than the local one come in.
 */
package org.splicespark.io.vcf;

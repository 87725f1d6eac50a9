/**
 * Genomes that are made up, with genes whose splice sites look like real ones: to try the commands
 * at any size without downloading anything. Plain Java; the same parameters give the same bytes.
 */
package org.splicespark.simulate;

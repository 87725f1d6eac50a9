/** Splice sites of a genome, tile by tile: each task writes its part of every file. */
package org.splicespark.spark.prediction;

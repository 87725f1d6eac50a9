/** Rows written to Parquet in the task that has them: the same rows, the same bytes. */
package org.splicespark.spark.parquet;

/** The jobs that make training data, and the shards they write. */
package org.splicespark.spark.shards;

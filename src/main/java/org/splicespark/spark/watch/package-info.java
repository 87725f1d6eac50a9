/** What a run cost: each task, each job, and what travelled; by listening to Spark. */
package org.splicespark.spark.watch;

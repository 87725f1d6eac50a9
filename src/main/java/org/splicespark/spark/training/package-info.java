/** The jobs that train: rounds of steps on executors, evaluation, and what the driver keeps. */
package org.splicespark.spark.training;

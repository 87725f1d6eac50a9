/** The jobs that calibrate: logits once, then passes over them that return sums. */
package org.splicespark.spark.calibration;

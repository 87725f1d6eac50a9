/**
 * What a run would find where it runs: each JVM that has a part in it looks at its host, its disks
 * and the files it would use, and runs a network once. Facts only; what to think of them is {@code
 * cli.doctor}'s.
 */
package org.splicespark.spark.survey;

/**
 * The jobs: read, partition, open what an executor needs, call one domain method, write. Everything
 * that names Spark or Hadoop is here, and nothing that knows about splicing is.
 */
package org.splicespark.spark;

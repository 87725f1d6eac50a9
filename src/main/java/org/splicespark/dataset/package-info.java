/**
 * What networks are trained on: genes with labelled splice sites, cut into chunks. Plain Java;
 * formats and Spark are elsewhere.
 */
package org.splicespark.dataset;

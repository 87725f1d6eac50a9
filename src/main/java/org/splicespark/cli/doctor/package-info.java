/**
 * What to think of the facts that {@code spark.survey} gathers: for each a line that says whether a
 * run could rely on it, and else what to change.
 */
package org.splicespark.cli.doctor;

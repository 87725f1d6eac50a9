/**
 * Which held-out genes have a paralog among the training genes: from their bases, as minimap2 would
 * find it, or from a table of known paralogs. Plain Java; Spark is elsewhere.
 */
package org.splicespark.dataset.paralog;

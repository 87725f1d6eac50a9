/**
 * The one kind of failure that is the input's fault and not ours; a leaf that every package may
 * use.
 */
package org.splicespark.error;

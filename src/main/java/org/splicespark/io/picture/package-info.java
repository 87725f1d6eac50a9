/** Pictures of what was counted, as PNG and SVG. The only place that knows XChart. */
package org.splicespark.io.picture;

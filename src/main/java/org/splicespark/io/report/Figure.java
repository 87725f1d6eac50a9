package org.splicespark.io.report;

import java.util.List;
import org.splicespark.io.picture.Plot;

/**
 * A plot with its words.
 *
 * @param beside what is drawn upwards
 * @param below what is drawn to the right
 * @param plot made into an element when the page has given it a name
 */
record Figure(String title, String beside, String below, List<Key> keys, Plot plot) {

  /** For those who hear the page. */
  String alternative() {
    return title + ": " + beside + " by " + below;
  }
}

package org.splicespark.io.report;

import java.util.List;

/**
 * A run on the page.
 *
 * @param kind the command
 * @param title its output
 * @param blocks those without content are left out
 */
record Section(String kind, String title, List<Block> blocks) {
  Section {
    blocks = blocks.stream().filter(block -> !block.isEmpty()).toList();
  }
}

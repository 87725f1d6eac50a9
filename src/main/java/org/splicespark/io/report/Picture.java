package org.splicespark.io.report;

import java.util.List;
import org.splicespark.variant.AlleleView;

/**
 * A chosen allele with what the network says of it.
 *
 * @param views one for each gene
 * @param without why there are none, in words; empty where there are some
 */
public record Picture(ChosenAllele allele, List<AlleleView> views, String without) {
  public Picture {
    views = List.copyOf(views);
  }
}

package org.splicespark.predict;

import java.util.List;
import org.splicespark.genome.Interval;

/**
 * A stretch of a contig and all that is asked about it.
 *
 * @param core bases that this tile alone answers for
 * @param regions those that reach into the core, in the order of their starts
 */
public record TileOfGenome(Interval core, List<Region> regions) {

  public TileOfGenome {
    regions = List.copyOf(regions);
  }

  /** The part of a region that is this tile's. */
  public Interval share(Region region) {
    int start = Math.max(core.start(), region.span().start());
    int end = Math.min(core.end(), region.span().end());
    return new Interval(core.contig(), start, end);
  }

  /** Bases that are asked about, each strand for itself. */
  public long bases() {
    return regions.stream().mapToLong(region -> share(region).length()).sum();
  }
}

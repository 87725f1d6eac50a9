package org.splicespark.spark.shards;

import java.util.List;
import java.util.Map;
import org.splicespark.dataset.GeneSplits;
import org.splicespark.dataset.Split;
import org.splicespark.dataset.paralog.Paralog;

/**
 * What was made.
 *
 * @param genes of each split, as written
 * @param counts of each split that has genes
 * @param paralogs left out of each split for which they were looked for
 * @param files all, in the order of their names
 * @param seconds that reading and writing took
 */
public record CreateDataReport(
    GeneSplits genes,
    Map<Split, ShardCounts> counts,
    Map<Split, List<Paralog>> paralogs,
    List<WrittenFile> files,
    double seconds) {}

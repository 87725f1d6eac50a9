package org.splicespark.spark;

import java.util.List;
import java.util.Optional;

/**
 * What a run did.
 *
 * @param parts parts the input was cut into
 * @param resumedParts of these, parts that an earlier run had finished
 * @param noIndex why there is no index, where one could be expected
 * @param failed the file with the records whose scoring failed; empty if there is none
 * @param badLines the file with the lines that are no record; empty if there is none
 * @param scoringSeconds seconds of the Spark job that scores
 * @param pace outcomes with scores by the seconds of that job
 */
public record VariantReport(
    Tally tally,
    int parts,
    int resumedParts,
    Optional<String> noIndex,
    Optional<String> failed,
    Optional<String> badLines,
    double scoringSeconds,
    List<Pace.Sample> pace) {}

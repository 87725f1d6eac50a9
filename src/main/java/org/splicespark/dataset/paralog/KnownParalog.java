package org.splicespark.dataset.paralog;

import java.io.Serializable;

/**
 * A held-out gene with a paralog that a table names.
 *
 * @param gene identifier of the held-out gene, as it was asked for
 * @param match identifier of the paralog
 */
public record KnownParalog(String gene, String match) implements Paralog, Serializable {}

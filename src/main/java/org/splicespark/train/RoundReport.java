package org.splicespark.train;

import java.io.Serializable;

/**
 * What a round was: the steps that workers took between two averagings.
 *
 * @param epoch from 0
 * @param round within the epoch, from 0
 * @param steps taken since the training began, by the worker that took the most
 * @param examples trained on in the round, by all workers
 * @param seconds from the broadcast to the averaged state
 * @param loss mean over the round's examples of the loss before each step
 * @param learningRate of its last step
 */
public record RoundReport(
    int epoch,
    int round,
    long steps,
    long examples,
    double seconds,
    double loss,
    double learningRate)
    implements Serializable {}

package org.splicespark.variant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.splicespark.error.InputException;

/**
 * Scores records as {@link VariantScorer} does, and lets none of them take the others with it: one
 * on which scoring fails in a way that nobody foresaw is found by halving, and comes out as {@link
 * SkipReason#FAILED}. What is not a record's fault fails as ever.
 *
 * <p>One set of records may be prepared on another thread while one is scored.
 */
public final class CarefulScorer {
  private final VariantScorer scorer;
  private final Runnable trial;

  /**
   * @param trial asks the network something harmless, and throws if that fails too: then it is the
   *     network that fails, and no record
   */
  public CarefulScorer(VariantScorer scorer, Runnable trial) {
    this.scorer = scorer;
    this.trial = trial;
  }

  /**
   * What became of a record.
   *
   * @param failure empty but for a record whose scoring failed
   */
  public record Fate(List<Outcome> outcomes, Optional<RuntimeException> failure) {}

  /** Plans the records; what comes back asks the network, and gives one fate per record. */
  public Supplier<List<Fate>> prepare(List<VariantRecord> records) {
    try {
      Supplier<List<List<Outcome>>> planned = planned(records);
      return () -> asked(records, planned);
    } catch (RuntimeException e) {
      requirePossiblyOfARecord(e);
      return () -> halves(records, e);
    }
  }

  /** Whoever finds a record again plans on another thread than who is ahead. */
  private synchronized Supplier<List<List<Outcome>>> planned(List<VariantRecord> records) {
    return scorer.prepare(records);
  }

  private List<Fate> asked(List<VariantRecord> records, Supplier<List<List<Outcome>>> planned) {
    try {
      return planned.get().stream().map(o -> new Fate(o, Optional.empty())).toList();
    } catch (RuntimeException e) {
      requirePossiblyOfARecord(e);
      return halves(records, e);
    }
  }

  private List<Fate> halves(List<VariantRecord> records, RuntimeException why) {
    if (records.size() == 1) {
      requireNetwork(why);
      return List.of(failed(records.get(0), why));
    }
    int middle = records.size() / 2;
    List<Fate> fates = new ArrayList<>(prepare(records.subList(0, middle)).get());
    fates.addAll(prepare(records.subList(middle, records.size())).get());
    return fates;
  }

  private void requireNetwork(RuntimeException why) {
    try {
      trial.run();
    } catch (RuntimeException e) {
      if (e != why) {
        why.addSuppressed(e);
      }
      throw why;
    }
  }

  private static Fate failed(VariantRecord record, RuntimeException why) {
    List<String> alts = record.alts().isEmpty() ? List.of(".") : record.alts();
    List<Outcome> outcomes =
        alts.stream().<Outcome>map(a -> new Outcome.Skipped(a, "", SkipReason.FAILED)).toList();
    return new Fate(outcomes, Optional.of(why));
  }

  /**
   * Broken files, disks and devices have exceptions of their own; what a plain mistake in the
   * program throws is one of the JDK's.
   */
  private static void requirePossiblyOfARecord(RuntimeException failure) {
    String of = failure.getClass().getPackageName();
    boolean plain = of.equals("java.lang") || of.equals("java.util");
    if (failure instanceof InputException || !plain) {
      throw failure;
    }
  }
}

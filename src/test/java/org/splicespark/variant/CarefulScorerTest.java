package org.splicespark.variant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.splicespark.error.InputException;
import org.splicespark.genome.Annotation;
import org.splicespark.genome.Strand;
import org.splicespark.model.Channels;
import org.splicespark.testing.Genes;
import org.splicespark.testing.MemoryGenome;
import org.splicespark.testing.MotifModel;
import org.splicespark.variant.CarefulScorer.Fate;

class CarefulScorerTest {
  private static final int RECORDS = 200;

  private final MemoryGenome genome =
      new MemoryGenome().with("c", MemoryGenome.randomBases(new Random(1), 3000));
  private final AlleleScorer healthy = new WindowScorer(new MotifModel(40), genome, 16);
  private final List<VariantRecord> records = records();
  private int planned;

  private List<VariantRecord> records() {
    List<VariantRecord> made = new ArrayList<>();
    for (int i = 0; i < RECORDS; i++) {
      int start = 500 + 5 * i;
      String ref =
          "" + (char) genome.bases(new org.splicespark.genome.Interval("c", start, start + 1))[0];
      made.add(new VariantRecord("c", start, ref, List.of(ref.equals("A") ? "C" : "A")));
    }
    return made;
  }

  private VariantScorer scorer(AlleleScorer asking) {
    var gene = Genes.gene("G", "c", Strand.PLUS, 100, 900, 1000, 2900);
    return new VariantScorer(
        genome, new Annotation(List.of(gene)), asking, new ScoringParameters(10, false, false));
  }

  /** Throws for alleles at some starts: while it plans, or while it asks. */
  private AlleleScorer failing(Set<Integer> starts, boolean planning, RuntimeException with) {
    return new AlleleScorer() {
      @Override
      public int flank() {
        return healthy.flank();
      }

      @Override
      public Channels channels() {
        return healthy.channels();
      }

      @Override
      public int replicates() {
        return healthy.replicates();
      }

      @Override
      public Supplier<List<Tracks>> prepare(List<Query> queries) {
        planned += queries.size();
        boolean fails = queries.stream().anyMatch(q -> starts.contains(q.allele().start()));
        if (fails && planning) {
          throw with;
        }
        Supplier<List<Tracks>> asked = healthy.prepare(queries);
        return () -> {
          if (fails) {
            throw with;
          }
          return asked.get();
        };
      }
    };
  }

  private List<Fate> fates(AlleleScorer asking) {
    return new CarefulScorer(scorer(asking), () -> {}).prepare(records).get();
  }

  @Test
  void onlyTheRecordsThatFailAreWithoutScoresWhereverTheyFail() {
    Set<Integer> poisoned = Set.of(500, 505, 1000, 1495);
    RuntimeException why = new IndexOutOfBoundsException("made");
    List<List<Outcome>> calm = scorer(healthy).score(records);
    for (boolean planning : new boolean[] {true, false}) {
      List<Fate> fates = fates(failing(poisoned, planning, why));
      assertEquals(RECORDS, fates.size());
      for (int i = 0; i < RECORDS; i++) {
        boolean fails = poisoned.contains(records.get(i).start());
        String alt = records.get(i).alts().get(0);
        assertEquals(
            fails ? List.of(new Outcome.Skipped(alt, "", SkipReason.FAILED)) : calm.get(i),
            fates.get(i).outcomes());
        assertEquals(fails, fates.get(i).failure().isPresent());
      }
      assertSame(why, fates.get(0).failure().orElseThrow());
    }
  }

  @Test
  void oneRecordIsFoundByHalving() {
    fates(failing(Set.of(1000), false, new NullPointerException()));
    assertTrue(planned <= 4 * RECORDS, planned + " queries were planned");
  }

  @Test
  void whatIsNotOfARecordIsThrown() {
    List<RuntimeException> others =
        List.of(
            new InputException("genome.fa: truncated"),
            new UncheckedIOException(new IOException("disk")),
            new java.util.concurrent.CancellationException(),
            new ai.djl.engine.EngineException("CUDA out of memory"));
    for (RuntimeException other : others) {
      for (boolean planning : new boolean[] {true, false}) {
        AlleleScorer broken = failing(Set.of(1000), planning, other);
        assertSame(other, assertThrows(RuntimeException.class, () -> fates(broken)));
      }
    }
    AlleleScorer full =
        new AlleleScorer() {
          @Override
          public int flank() {
            return 40;
          }

          @Override
          public Channels channels() {
            return healthy.channels();
          }

          @Override
          public int replicates() {
            return healthy.replicates();
          }

          @Override
          public Supplier<List<Tracks>> prepare(List<Query> queries) {
            throw new OutOfMemoryError("made");
          }
        };
    assertThrows(OutOfMemoryError.class, () -> fates(full));
  }

  @Test
  void aNetworkThatFailsAtAnythingIsNoRecordsFault() {
    RuntimeException why = new IllegalStateException("made");
    AlleleScorer broken = failing(Set.of(1000), false, why);
    Runnable trial =
        () -> {
          throw new IllegalStateException("broken");
        };
    var careful = new CarefulScorer(scorer(broken), trial);
    assertSame(why, assertThrows(IllegalStateException.class, careful.prepare(records)::get));
  }
}

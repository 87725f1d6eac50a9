package org.splicespark.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.splicespark.model.Compute;
import org.splicespark.model.Flank;
import org.splicespark.train.Freezing;
import org.splicespark.train.Learner;
import org.splicespark.train.LearnerParameters;
import org.splicespark.train.LearnerParameters.Optimizer;
import org.splicespark.train.TrainingState;

@Tag("native")
class FreezingTest {
  private static final Flank FLANK = Flank.F400;

  /** Module 9 of a network with a flank of 400 is a skip; 7 and 8 are its last two units. */
  private static final Predicate<String> LAST_TWO =
      name -> name.startsWith("residual_units.7.") || name.startsWith("residual_units.8.");

  private static final Predicate<String> HEAD = name -> name.startsWith("final_conv.");

  private final TrainingState before = Lessons.state(FLANK, 1);

  private TrainingState after(Freezing freezing) {
    LearnerParameters parameters = Lessons.parameters(Lessons.CROSS, Optimizer.ADAMW, freezing);
    try (Learner learner = Lessons.learner(FLANK, parameters, before)) {
      learner.step(Lessons.random(3, 60, FLANK, 2), 1e-3);
      return learner.state();
    }
  }

  private Set<String> moved(TrainingState after) {
    Set<String> moved = new TreeSet<>();
    for (Map.Entry<String, float[]> entry : before.tensors().entrySet()) {
      if (!Arrays.equals(entry.getValue(), after.tensors().get(entry.getKey()))) {
        moved.add(entry.getKey());
      }
    }
    return moved;
  }

  private Set<String> named(Predicate<String> which) {
    Set<String> named = new TreeSet<>(before.tensors().keySet());
    named.removeIf(which.negate());
    return named;
  }

  @Test
  void withNothingFrozenEverythingMoves() {
    assertEquals(before.tensors().keySet(), moved(after(Freezing.NONE)));
  }

  @Test
  void lastUnitsAndHeadMoveAndNothingElse() {
    TrainingState after = after(new Freezing(2, false, true, false));
    assertEquals(named(LAST_TWO.or(HEAD)), moved(after));
    Predicate<String> trained = LAST_TWO.or(HEAD).and(n -> !ParameterNames.isStatistic(n));
    assertEquals(named(trained), new TreeSet<>(after.first().keySet()));
    assertEquals(4, after.counters().values().stream().mapToLong(count -> count).sum());
  }

  @Test
  void statisticsOfFrozenUnitsMoveIfToldTo() {
    TrainingState after = after(new Freezing(2, false, false, true));
    assertEquals(named(LAST_TWO.or(ParameterNames::isStatistic)), moved(after));
    assertEquals(16, after.counters().values().stream().mapToLong(count -> count).sum());
  }

  @Test
  void theHeadCanStayAloneOrBeTrainedAlone() {
    assertEquals(named(HEAD.negate()), moved(after(new Freezing(0, true, false, true))));
    assertEquals(named(HEAD), moved(after(new Freezing(0, false, true, false))));
  }

  @Test
  void moreUnitsThanThereAreAreAllOfThem() {
    Predicate<String> units =
        name -> name.contains(".batchnorm") || name.contains(".conv1") || name.contains(".conv2");
    assertEquals(named(units), moved(after(new Freezing(99, false, false, false))));
  }

  @Test
  void withAllFrozenThereIsNothingToTrain() {
    Freezing nothing = new Freezing(0, false, false, true);
    LearnerParameters parameters = Lessons.parameters(Lessons.CROSS, Optimizer.SGD, nothing);
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> DjlModels.learner(FLANK, parameters, Compute.cpu()));
    assertTrue(refused.getMessage().contains("nothing to train"), refused.getMessage());
  }

  @Test
  void momentsOfAnotherFreezingAreRefused() {
    TrainingState after = after(new Freezing(1, false, true, false));
    assertThrows(
        IllegalArgumentException.class,
        () -> Lessons.learner(FLANK, Lessons.parameters(Optimizer.ADAMW), after));
    assertArrayEquals(
        after.tensors().get("initial_conv.bias"), before.tensors().get("initial_conv.bias"));
  }
}

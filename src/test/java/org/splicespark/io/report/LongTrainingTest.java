package org.splicespark.io.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trainings of more rounds and epochs than a page has room for. */
class LongTrainingTest {
  private static final int MANY = 50_000;

  @TempDir Path folder;

  @Test
  void thePageIsAsLargeForThousandsOfRoundsAsForSome() throws IOException {
    int some = pageOf(300).length();
    String page = pageOf(MANY);
    assertTrue(page.length() < 1.5 * some, page.length() + " against " + some);
    assertTrue(page.contains("50,000 rounds in 50,000 seconds."), "all of them are counted");
    assertEquals(2, page.split("<figure ", -1).length - 1, "no figure of what was not recorded");
    assertTrue(page.contains("<span>0.2500</span>"), "the last epoch is told as it is");
  }

  private String pageOf(int rounds) throws IOException {
    StringJoiner each = new StringJoiner(",");
    IntStream.range(0, rounds).forEach(i -> each.add("{\"seconds\": 1.0, \"examples\": 64}"));
    StringJoiner epochs = new StringJoiner(",");
    IntStream.range(0, rounds / 10)
        .forEach(i -> epochs.add("{\"epoch\": " + i + ", \"validation\": {\"loss\": 0.25}}"));
    RunFiles.file(
        folder.resolve("m/0"),
        "training.json",
        "{\"rounds\": [" + each + "], \"epochs\": [" + epochs + "]}");
    return RunFiles.page(folder);
  }

  @Test
  void aThinnedCurveEndsWhereTheWholeDoesAndHasItsValues() {
    List<Double> places = new ArrayList<>();
    IntStream.rangeClosed(1, 1000).forEach(i -> places.add((double) i));
    TrainingCurve thinned = new TrainingCurve(places, places).thinned();
    assertEquals(250, thinned.up().size());
    assertEquals(4.0, thinned.up().get(0));
    assertEquals(1000.0, thinned.across().get(249));
    assertEquals(thinned.across(), thinned.up());
    TrainingCurve few = new TrainingCurve(places.subList(0, 300), places.subList(0, 300));
    assertEquals(few, few.thinned());
  }
}

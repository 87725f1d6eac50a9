package org.splicespark.cli.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.splicespark.spark.survey.DiskFacts;
import org.splicespark.spark.survey.DiskFacts.Use;
import org.splicespark.spark.survey.HostFacts;
import org.splicespark.spark.survey.NetworkProbe.Answer;
import org.splicespark.spark.survey.PathFacts;
import org.splicespark.spark.survey.PathFacts.Kind;
import org.splicespark.spark.survey.SparkFacts;

/** What is thought of facts, none of which are this machine's. */
class DiagnosisTest {
  private static final String JAVA = "org.apache.spark.serializer.JavaSerializer";
  private static final SparkFacts LOCAL = new SparkFacts("3.5.9", "local[2]", true, JAVA, 2, 0);
  private static final SparkFacts YARN =
      new SparkFacts("3.5.9", "yarn", false, JAVA, 4, 3 * Sizes.GB);
  private static final Answer CPU = new Answer("cpu", 0, 5, "");
  private static final List<PathFacts> NONE = List.of();

  @Test
  void aHostThatIsWellHasNothingButOk() {
    Diagnosis.Verdict verdict = local(LOCAL, host("driver", CPU, NONE));
    assertTrue(verdict.healthy());
    verdict.lines().forEach(line -> assertTrue(line.startsWith("ok    "), line));
    assertEquals(7, verdict.lines().size(), verdict.lines().toString());
  }

  @Test
  void anOldJavaFailsAndANewOneIsWarnedOf() {
    assertLine("FAIL  java     11.0.2; set JAVA_HOME", machine("11.0.2", 4 * Sizes.GB, 9999));
    assertLine("FAIL  java     1.8.0_412; set", machine("1.8.0_412", 4 * Sizes.GB, 9999));
    assertLine("warn  java     21.0.1; this program", machine("21.0.1", 4 * Sizes.GB, 9999));
  }

  @Test
  void fewOpenFilesAndASmallHeapAreWarnedOf() {
    assertLine("warn  limits   only 1024 files", machine("17.0.1", 4 * Sizes.GB, 1024));
    assertLine("warn  memory   a heap of 256 MB is small", machine("17.0.1", Sizes.GB / 4, 9999));
  }

  @Test
  void moreMemoryThanThereIsFails() {
    Diagnosis.Verdict verdict = local(LOCAL, machine("17.0.1", 16 * Sizes.GB, 9999), 10000, 5);
    assertFalse(verdict.healthy());
    assertHas(verdict, "FAIL  memory ");
    assertHas(
        verdict, "for 2 tasks with 5 models of flank 10000, and a heap of 16.0 GB: more than");
  }

  @Test
  void anExecutorWithoutRoomBesideItsHeapIsToldHowMuchItNeeds() {
    SparkFacts tight = new SparkFacts("3.5.9", "yarn", false, JAVA, 4, 384 * Sizes.MB);
    Diagnosis.Verdict verdict = onCluster(tight, List.of(host("executor 1", CPU, NONE)), 1, NONE);
    assertFalse(verdict.healthy());
    assertHas(verdict, "FAIL  memory ");
    assertHas(
        verdict, "which may have 384 MB; give spark.executor.memoryOverhead=1g or fewer cores");
    SparkFacts standalone = new SparkFacts("3.5.9", "spark://h:1", false, JAVA, 4, 384 * Sizes.MB);
    verdict = onCluster(standalone, List.of(host("executor 1", CPU, NONE)), 1, NONE);
    assertTrue(verdict.healthy(), "whose workers do not look");
    assertHas(verdict, "warn  memory ");
  }

  @Test
  void theNeedGrowsWithTasksModelsAndFlank() {
    assertTrue(new MemoryCheck(80, 1).need(2) > new MemoryCheck(80, 1).need(1));
    assertTrue(new MemoryCheck(80, 5).need(1) > new MemoryCheck(80, 1).need(1));
    assertTrue(new MemoryCheck(10000, 1).need(1) > new MemoryCheck(80, 1).need(1));
    // BENCHMARKS.md: what was measured fits.
    assertTrue(new MemoryCheck(80, 1).need(2) >= 315 * Sizes.MB);
    assertTrue(new MemoryCheck(10000, 1).need(2) >= 523 * Sizes.MB);
    assertTrue(new MemoryCheck(10000, 5).need(2) >= 562 * Sizes.MB);
  }

  @Test
  void nativesThatDoNotLoadFailAndNothingIsSaidOfDevices() {
    Diagnosis.Verdict verdict =
        local(LOCAL, host("driver", new Answer("cpu", -1, 0, "libtorch cannot be loaded"), NONE));
    assertHas(verdict, "FAIL  natives  libtorch cannot be loaded");
    assertTrue(verdict.lines().stream().noneMatch(line -> line.contains("device")));
  }

  @Test
  void aGpuThatIsNotUsedIsWarnedOfUnlessTheCpuWasAskedFor() {
    Answer idle = new Answer("cpu", 2, 5, "");
    assertHas(local(LOCAL, host("driver", idle, NONE)), "warn  device   2 GPUs seen by libtorch");
    Diagnosis.Verdict asked =
        new Diagnosis("3.5.9", "cpu", 80, 1)
            .of(new Diagnosis.Gathered(LOCAL, host("driver", idle, NONE), List.of(), 0));
    assertHas(asked, "ok    device   cpu; 2 GPUs seen by libtorch");
  }

  @Test
  void anotherLineOfSparkAndAnotherSerializerFail() {
    SparkFacts four = new SparkFacts("4.0.1", "local[2]", true, JAVA, 2, 0);
    assertHas(local(four, host("driver", CPU, NONE)), "FAIL  spark    4.0.1 at local[2], and");
    SparkFacts patch = new SparkFacts("3.5.2", "local[2]", true, JAVA, 2, 0);
    assertHas(local(patch, host("driver", CPU, NONE)), "ok    spark    3.5.2");
    SparkFacts kryo = new SparkFacts("3.5.9", "local[2]", true, "KryoSerializer", 2, 0);
    assertHas(local(kryo, host("driver", CPU, NONE)), "FAIL  spark    spark.serializer is Kryo");
  }

  @Test
  void filesAreToldByWhatCouldBeDoneWithThem() {
    assertPath("ok    file     a: can be read", path(Kind.FILE, true, false));
    assertPath("ok    file     a/: can be read and written", path(Kind.FOLDER, true, true));
    assertPath("warn  file     a/: can be read, not written", path(Kind.FOLDER, true, false));
    assertPath("ok    file     a: not there, and could be", path(Kind.NOTHING, false, true));
    assertPath("FAIL  file     a: not there, and cannot be", path(Kind.NOTHING, false, false));
    assertPath("FAIL  file     a: cannot be looked at: why", path(Kind.UNKNOWN, false, false));
  }

  @Test
  void littleRoomForAnOutputIsWarnedOf() {
    PathFacts full = new PathFacts("a", Kind.NOTHING, false, true, 5 * Sizes.MB, "");
    assertPath("warn  file     a: only 5 MB left there", full);
  }

  @Test
  void aFullDiskFailsAndASmallOneIsWarnedOf() {
    assertHas(local(LOCAL, disk(Sizes.MB)), "FAIL  disk     /tmp: 1 MB free; give");
    assertHas(local(LOCAL, disk(2 * Sizes.GB)), "warn  disk     /tmp: 2.0 GB free; a remote");
    assertHas(local(LOCAL, disk(0)), "FAIL  disk     /tmp: cannot be written");
  }

  @Test
  void theDiskOfTheNativesNeedsRoomUntilTheyRun() {
    assertHas(natives(Sizes.MB, -1), "FAIL  disk     /cache: 1 MB free, and libtorch's place (450");
    assertHas(natives(Sizes.MB, -1), "; set DJL_CACHE_DIR, for executors spark.executorEnv.DJL_");
    assertHas(natives(0, -1), "FAIL  disk     /cache: cannot be written");
    // A cache that was filled beforehand may be read-only.
    assertHas(natives(0, 0), "ok    disk     /cache: 0 MB free");
    assertHas(natives(Sizes.GB, -1), "ok    disk     /cache: 1.0 GB free");
  }

  private static Diagnosis.Verdict natives(long free, int gpus) {
    HostFacts well = host("driver", new Answer("cpu", gpus, 0, ""), NONE);
    List<DiskFacts> disks = List.of(new DiskFacts("/cache", free, Use.NATIVES));
    return local(LOCAL, new HostFacts("driver", well.machine(), disks, well.network(), NONE));
  }

  @Test
  void executorsThatDieAreAFindingBesideTheOthers() {
    List<PathFacts> here = List.of(path(Kind.FILE, true, false));
    SparkFacts tight = new SparkFacts("3.5.9", "yarn", false, JAVA, 4, 384 * Sizes.MB);
    Diagnosis.Verdict verdict =
        new Diagnosis("3.5.9", "auto", 80, 1)
            .of(
                new Diagnosis.Gathered(
                    tight, host("driver", null, here), List.of(), 0, "Job aborted: beyond memory"));
    assertFalse(verdict.healthy());
    assertHas(
        verdict, "FAIL  spark    executors did not live to answer: Job aborted: beyond memory;");
    assertHas(verdict, "FAIL  memory   ");
    assertHas(verdict, "ok    java     17.0.1");
    assertHas(verdict, "ok    file     a: can be read");
    assertTrue(verdict.lines().stream().noneMatch(line -> line.contains("no executor")));
  }

  @Test
  void whatSeveralExecutorsSayIsOneLine() {
    List<HostFacts> two = List.of(host("executor 1", CPU, NONE), host("executor 2", CPU, NONE));
    Diagnosis.Verdict verdict = onCluster(YARN, two, 2, NONE);
    assertTrue(verdict.healthy(), verdict.lines().toString());
    assertHas(verdict, "2 of 2 executors answered");
    assertHas(verdict, "ok    java     17.0.1 [driver, executor 1 on host, executor 2 on host]");
  }

  @Test
  void aClusterWithoutExecutorsFails() {
    assertHas(onCluster(YARN, List.of(), 0, NONE), "FAIL  spark    no executor;");
    List<HostFacts> one = List.of(host("executor 1", CPU, NONE));
    assertHas(onCluster(YARN, one, 3, NONE), "warn  spark    1 of 3 executors answered");
  }

  @Test
  void aFileThatOnlyTheDriverHasIsWarnedOf() {
    List<PathFacts> here = List.of(path(Kind.FILE, true, false));
    List<PathFacts> there = List.of(path(Kind.NOTHING, false, true));
    List<HostFacts> one = List.of(host("executor 1", CPU, there));
    Diagnosis.Verdict verdict = onCluster(YARN, one, 1, here);
    assertHas(verdict, "warn  file     a: the driver has it, and the executor does not");
    assertTrue(verdict.healthy());
  }

  @Test
  void aFolderThatOnlyTheDriverCanWriteFails() {
    List<PathFacts> here = List.of(path(Kind.FOLDER, true, true));
    List<PathFacts> there = List.of(path(Kind.FOLDER, true, false));
    Diagnosis.Verdict verdict = onCluster(YARN, List.of(host("executor 1", CPU, there)), 1, here);
    assertHas(
        verdict,
        "FAIL  file     a: the executor sees a folder it cannot write to where the driver sees"
            + " a folder it can write to");
    assertFalse(verdict.healthy());
  }

  private static void assertLine(String start, HostFacts facts) {
    assertHas(local(LOCAL, facts), start);
  }

  private static void assertPath(String start, PathFacts path) {
    assertHas(local(LOCAL, host("driver", CPU, List.of(path))), start);
  }

  private static void assertHas(Diagnosis.Verdict verdict, String fragment) {
    assertTrue(
        verdict.lines().stream().anyMatch(line -> line.contains(fragment)),
        () -> fragment + "\n" + String.join("\n", verdict.lines()));
  }

  private static Diagnosis.Verdict local(SparkFacts spark, HostFacts facts) {
    return local(spark, facts, 80, 1);
  }

  private static Diagnosis.Verdict local(
      SparkFacts spark, HostFacts facts, int flank, int members) {
    return new Diagnosis("3.5.9", "auto", flank, members)
        .of(new Diagnosis.Gathered(spark, facts, List.of(), 0));
  }

  private static Diagnosis.Verdict onCluster(
      SparkFacts spark, List<HostFacts> executors, int known, List<PathFacts> driver) {
    return new Diagnosis("3.5.9", "auto", 80, 1)
        .of(new Diagnosis.Gathered(spark, host("driver", null, driver), executors, known));
  }

  private static PathFacts path(Kind kind, boolean readable, boolean writable) {
    return new PathFacts("a", kind, readable, writable, -1, "why");
  }

  private static HostFacts host(String place, Answer network, List<PathFacts> paths) {
    return new HostFacts(
        place,
        new HostFacts.Machine("host", "17.0.1", "Linux amd64", 4 * Sizes.GB, 16 * Sizes.GB, -1),
        List.of(new DiskFacts("/tmp", 50 * Sizes.GB, Use.TEMPORARY)),
        network,
        paths);
  }

  private static HostFacts machine(String java, long heap, long openFiles) {
    return new HostFacts(
        "driver",
        new HostFacts.Machine("host", java, "Linux amd64", heap, 16 * Sizes.GB, openFiles),
        List.of(),
        CPU,
        NONE);
  }

  private static HostFacts disk(long free) {
    HostFacts well = host("driver", CPU, NONE);
    return new HostFacts(
        "driver", well.machine(), List.of(new DiskFacts("/tmp", free, Use.TEMPORARY)), CPU, NONE);
  }
}

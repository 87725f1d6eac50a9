package org.splicespark.cli.doctor;

import java.util.ArrayList;
import java.util.List;
import org.splicespark.spark.survey.DiskFacts;
import org.splicespark.spark.survey.HostFacts;
import org.splicespark.spark.survey.HostFacts.Machine;

/** Of one JVM: its Java, its system, its limits, its disks. */
final class HostCheck {
  private static final int OLDEST_JAVA = 17;

  /** Newer ones run Spark 4, and Spark 3.5 with luck. */
  private static final int TESTED_JAVA = 17;

  /** Jars, sockets of Spark, and a few files per task. */
  private static final long FEW_FILES = 4096;

  /** libtorch, unpacked, and a part or two. */
  private static final long LEAST_DISK = Sizes.GB;

  /** A copy of the human genome with its index, and parts. */
  private static final long ENOUGH_DISK = 5 * Sizes.GB;

  private HostCheck() {}

  static List<Finding> of(HostFacts facts) {
    List<Finding> findings = new ArrayList<>();
    Machine machine = facts.machine();
    findings.add(java(machine.java()));
    findings.add(system(machine.system()));
    if (machine.openFiles() >= 0 && machine.openFiles() < FEW_FILES) {
      findings.add(
          Finding.warn(
              "limits",
              "only "
                  + machine.openFiles()
                  + " files may be open at a time; raise it (ulimit -n 65536)"));
    }
    boolean loaded = facts.network() != null && facts.network().gpus() >= 0;
    for (DiskFacts disk : facts.disks()) {
      findings.add(disk.use() == DiskFacts.Use.NATIVES ? natives(disk, loaded) : disk(disk));
    }
    return findings;
  }

  private static Finding java(String version) {
    int major = Integer.parseInt(version.replaceFirst("^1\\.", "").replaceFirst("\\D.*$", ""));
    if (major < OLDEST_JAVA) {
      return Finding.fail("java", version + "; set JAVA_HOME to a Java 17");
    }
    return major > TESTED_JAVA
        ? Finding.warn("java", version + "; this program is tested with Java 17")
        : Finding.ok("java", version);
  }

  private static Finding system(String system) {
    return system.equals("Linux amd64")
        ? Finding.ok("system", system)
        : Finding.warn(
            "system",
            system
                + "; the libtorch that comes along is for Linux amd64: set PYTORCH_LIBRARY_PATH,"
                + " PYTORCH_VERSION and PYTORCH_FLAVOR for another");
  }

  /** Where libtorch runs it is unpacked, and a small or read-only disk has room enough. */
  private static Finding natives(DiskFacts disk, boolean loaded) {
    String says = disk.folder() + ": " + Sizes.text(disk.free()) + " free, and libtorch's place";
    if (loaded || disk.free() >= LEAST_DISK) {
      return Finding.ok("disk", says);
    }
    return Finding.fail(
        "disk",
        (disk.free() == 0 ? disk.folder() + ": cannot be written, and libtorch's place" : says)
            + " (450 MB); set DJL_CACHE_DIR, for executors spark.executorEnv.DJL_CACHE_DIR, to a"
            + " folder on a larger disk");
  }

  private static Finding disk(DiskFacts disk) {
    String says = disk.folder() + ": " + Sizes.text(disk.free()) + " free";
    String change = "; give spark.local.dir, java.io.tmpdir a larger disk";
    if (disk.free() == 0) {
      return Finding.fail(
          "disk", disk.folder() + ": cannot be written; set spark.local.dir or java.io.tmpdir");
    }
    if (disk.free() < LEAST_DISK) {
      return Finding.fail("disk", says + change);
    }
    return disk.free() < ENOUGH_DISK
        ? Finding.warn("disk", says + "; a remote human genome is copied here (3.2 GB)" + change)
        : Finding.ok("disk", says);
  }
}

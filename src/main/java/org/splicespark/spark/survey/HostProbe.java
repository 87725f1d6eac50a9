package org.splicespark.spark.survey;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.Serializable;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkEnv;
import org.apache.spark.util.Utils;
import org.splicespark.model.Compute;
import org.splicespark.spark.HadoopFiles;
import org.splicespark.spark.survey.DiskFacts.Use;
import org.splicespark.spark.survey.HostFacts.Machine;

/**
 * Looks around in the JVM that calls it.
 *
 * @param paths files of the run, by names that every executor understands
 * @param network what runs a network
 */
record HostProbe(HadoopFiles files, List<String> paths, NetworkProbe network)
    implements Serializable {

  /**
   * @param compute null where no network will run
   */
  HostFacts look(String place, Compute compute) {
    PathProbe probe = new PathProbe(files);
    return new HostFacts(
        place,
        machine(),
        // Before a network runs: for that, the native library is unpacked.
        disks(compute != null),
        compute == null ? null : network.look(compute),
        paths.stream().map(probe::look).toList());
  }

  private static Machine machine() {
    long memory = -1;
    long openFiles = -1;
    var system = ManagementFactory.getOperatingSystemMXBean();
    if (system instanceof UnixOperatingSystemMXBean unix) {
      memory = unix.getTotalMemorySize();
      openFiles = unix.getMaxFileDescriptorCount();
    }
    return new Machine(
        Utils.localHostName(),
        System.getProperty("java.version"),
        System.getProperty("os.name") + " " + System.getProperty("os.arch"),
        Runtime.getRuntime().maxMemory(),
        memory,
        openFiles);
  }

  /** Where Spark spills, references are copied to, Java unpacks, and the native library is. */
  private List<DiskFacts> disks(boolean networkRuns) {
    Set<String> folders = new LinkedHashSet<>();
    SparkConf conf = SparkEnv.get().conf();
    folders.addAll(Arrays.asList(Utils.getConfiguredLocalDirs(conf)));
    folders.add(System.getProperty("java.io.tmpdir"));
    List<DiskFacts> disks = new ArrayList<>();
    folders.forEach(folder -> disks.add(DiskFacts.of(folder, Use.TEMPORARY)));
    if (networkRuns) {
      network.unpacksTo().ifPresent(folder -> disks.add(DiskFacts.of(folder, Use.NATIVES)));
    }
    return disks;
  }
}

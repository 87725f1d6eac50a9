package org.splicespark.testing;

import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.splicespark.spark.Sessions;

/** One embedded session for all tests of a JVM: two cores, and four tries for a task. */
public final class SharedSpark {
  private static SparkSession session;

  private SharedSpark() {}

  public static synchronized SparkSession session() {
    if (session == null) {
      // A command that was run before, or a notebook, may have left one with other settings.
      SparkSession.getDefaultSession().foreach(SharedSpark::stopped);
      Map<String, String> small = Map.of("spark.sql.shuffle.partitions", "4");
      session = Sessions.start("tests", "local[2,4]", small);
    }
    return session;
  }

  private static Void stopped(SparkSession other) {
    other.stop();
    return null;
  }

  public static JavaSparkContext context() {
    return new JavaSparkContext(session().sparkContext());
  }

  /** Makes room for a test that needs a session of its own; the next to ask gets a new one. */
  public static synchronized void stop() {
    if (session != null) {
      session.stop();
      session = null;
    }
  }
}

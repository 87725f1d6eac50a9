package org.splicespark.io.registry;

/** Who is told how a download goes. */
public interface FetchEvents {
  /** Tells nobody. */
  FetchEvents SILENT =
      new FetchEvents() {
        @Override
        public void progress(String name, long done, long total) {}

        @Override
        public void note(String line) {}
      };

  /**
   * @param done bytes that are here
   * @param total of the file; 0 if unknown
   */
  void progress(String name, long done, long total);

  /** Something that a person may want to know. */
  void note(String line);
}

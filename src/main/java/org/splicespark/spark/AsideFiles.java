package org.splicespark.spark;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** All files that a run keeps beside its output. */
record AsideFiles(List<AsideFile> files) {

  /** One of each kind. */
  static AsideFiles of(Function<Aside, AsideFile> one) {
    return new AsideFiles(Arrays.stream(Aside.values()).map(one).toList());
  }

  Optional<String> name(Aside kind) {
    return files.stream().filter(f -> f.kind() == kind).findFirst().flatMap(AsideFile::name);
  }

  /** Under temporary names. */
  void write() throws IOException {
    for (AsideFile file : files) {
      file.write();
    }
  }

  /** Deletes those of a run before. */
  void clearOld() throws IOException {
    for (AsideFile file : files) {
      file.clearOld();
    }
  }

  /** Gives them their names. */
  void publish() throws IOException {
    for (AsideFile file : files) {
      file.publish();
    }
  }
}

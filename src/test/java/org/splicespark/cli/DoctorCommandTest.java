package org.splicespark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.splicespark.model.Flank;
import org.splicespark.testing.KerasFiles;
import org.splicespark.testing.Reference;
import org.splicespark.testing.SharedSpark;

/** The doctor on this machine. */
@Tag("spark")
@Tag("native")
class DoctorCommandTest {
  @TempDir Path folder;

  @Test
  void thisMachineIsWellAndNothingIsLeftBehind() throws IOException {
    SharedSpark.session();
    Path there = Files.writeString(folder.resolve("there.vcf"), "x");
    Path output = folder.resolve("not/yet/out.vcf.gz");
    Ended ended =
        Ended.of(
            "doctor",
            "-m",
            "models/demo/model_80nt.pt",
            there.toString(),
            output.toString(),
            folder.toString());
    assertEquals(0, ended.code(), ended.out() + ended.err());
    for (String line :
        new String[] {
          "ok    spark    " + SharedSpark.context().version() + " at local[2,4]",
          "ok    natives  libtorch ran a network on cpu",
          "ok    file     " + there + ": can be read",
          "ok    file     " + output + ": not there, and could be written",
          "ok    file     " + folder + "/: can be read and written"
        }) {
      assertTrue(ended.out().contains(line + "\n"), ended.out());
    }
    assertTrue(
        ended.out().matches("(?s).*\\bok    disk     [^\n]+ free, and libtorch's place\n.*"),
        ended.out());
    assertEquals(Set.of("there.vcf"), files());
  }

  @Test
  void whatCannotBeReachedEndsWithAFailure() {
    SharedSpark.session();
    Ended ended = Ended.of("doctor", "gopher://a/b");
    assertEquals(Main.FAILURE, ended.code(), ended.out());
    assertTrue(ended.out().contains("FAIL  file     gopher://a/b: cannot be reached: "));
    assertTrue(ended.out().contains("ok    memory"), "the other checks are made all the same");
  }

  @Test
  void aModelThatIsNoneIsTheInputsFault() {
    SharedSpark.session();
    Ended.of("doctor", "-m", "models/demo/genes.gff3").requireInput("genes.gff3");
  }

  @Test
  void aModelOfAnotherFamilyIsRun() throws IOException {
    SharedSpark.session();
    Path keras = Files.createDirectory(folder.resolve("keras"));
    KerasFiles.write(keras.resolve("1.h5"), Flank.F80, 1);
    KerasFiles.write(keras.resolve("2.h5"), Flank.F80, 2);
    Ended ended = Ended.of("doctor", "-m", keras.toString());
    assertEquals(0, ended.code(), ended.out() + ended.err());
    assertTrue(ended.out().contains("libtorch ran a network on cpu"), ended.out());
  }

  @Test
  @Tag("golden")
  void aPublishedModelIsRunByItsNameOnceItIsFetched() throws IOException {
    SharedSpark.session();
    String name = "openspliceai-mane-80-rs12";
    String file = "openspliceai-mane/80nt/model_80nt_rs12.pt";
    Path published = Reference.path("models/" + file);
    System.setProperty("splicespark.models", folder.toString());
    try {
      Ended.of("doctor", "-m", name).requireInput(name + ": is not fetched yet");
      Path place = folder.resolve(file);
      Files.createDirectories(place.getParent());
      Files.copy(published, place);
      Ended ended = Ended.of("doctor", "-m", name);
      assertEquals(0, ended.code(), ended.out() + ended.err());
      assertTrue(ended.out().contains("libtorch ran a network on cpu"), ended.out());
    } finally {
      System.clearProperty("splicespark.models");
    }
  }

  @Test
  @Tag("golden")
  void aNetworkOfTissuesIsWellThoughItsAnswersDoNotAddUp() throws IOException {
    SharedSpark.session();
    Path published = Reference.path("models/pangolin/final.1.0.3.v2");
    Path network = Files.copy(published, folder.resolve("final.1.0.3.v2"));
    Ended ended = Ended.of("doctor", "-m", network.toString());
    assertEquals(0, ended.code(), ended.out() + ended.err());
    assertTrue(ended.out().contains("libtorch ran a network on cpu"), ended.out());
  }

  private Set<String> files() throws IOException {
    try (var all = Files.list(folder)) {
      return all.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
    }
  }
}

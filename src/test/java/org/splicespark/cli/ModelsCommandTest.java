package org.splicespark.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.splicespark.testing.ModelServer.otherBytes;
import static org.splicespark.testing.ModelServer.status;
import static org.splicespark.testing.ModelServer.whole;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.splicespark.testing.ModelServer;

/** {@code splicespark models}, with a manifest and a server of the test's. */
class ModelsCommandTest {
  @TempDir Path folder;

  private final byte[] content = "weights".repeat(1000).getBytes();
  private ModelServer server;

  @BeforeEach
  void serve() throws IOException {
    server = new ModelServer(content, whole("\"1\""));
    String digest = DigestUtils.sha256Hex(content);
    Files.writeString(
        folder.resolve("manifest.json"),
        """
        {"families": [
          {"name": "free", "origin": "Free", "page": "https://free.example",
           "licence": {"name": "GPL-3.0", "url": "https://gpl.example"}, "ensembles": [
            {"name": "free-80", "species": "human", "flank": 80, "models": [
              {"name": "free-80-1", "seed": 1, "file": "80/1.pt", "bytes": 7000, "sha256": "DIGEST", "url": "URL/80/1.pt"},
              {"name": "free-80-2", "seed": 2, "file": "80/2.pt", "bytes": 7000, "sha256": "DIGEST", "url": "URL/80/2.pt"}]},
            {"name": "free-400", "species": "mouse", "flank": 400, "models": [
              {"name": "free-400-1", "file": "400/1.pt", "url": "URL/400/1.pt"}]}]},
          {"name": "bound", "origin": "Bound", "page": "https://bound.example",
           "licence": {"name": "CC BY-NC 4.0", "url": "https://nc.example", "restricts": "no commerce"}, "ensembles": [
            {"name": "bound", "species": "human", "flank": 80, "models": [
              {"name": "bound-1", "file": "1.pt", "bytes": 7000, "sha256": "DIGEST", "url": "URL/1.pt"}]}]},
          {"name": "far", "origin": "Far", "page": "https://far.example",
           "licence": {"name": "GPL-3.0", "url": "https://gpl.example"}, "ensembles": [
            {"name": "far-ftp", "species": "human", "flank": 80, "models": [
              {"name": "far-ftp-1", "file": "ftp/1.pt", "url": "ftp://far.example/1.pt"}]},
            {"name": "far-page", "species": "human", "flank": 80, "models": [
              {"name": "far-page-1", "file": "page/1.pt"}]}]}]}
        """
            .replace("DIGEST", digest)
            .replace("URL", server.url("")));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Ended models(String line) {
    return Ended.of(
        Stream.of(
                List.of("models"),
                List.of(line.replace("DIR", folder.toString()).split(" ")),
                List.of("--manifest", folder.resolve("manifest.json").toString()),
                List.of("--cache", folder.resolve("cache").toString()))
            .flatMap(List::stream)
            .toArray(String[]::new));
  }

  private Path cached(String name) {
    return folder.resolve("cache").resolve(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "info free-81 # no published model is called free-81; the nearest are free-80",
        "fetch nothing # no published model is called nothing",
        "fetch # Missing required parameter: 'NAME'",
        "fetch free-80 free-400 # Unmatched argument at index 3: 'free-400'",
        "fetch bound # bound is under CC BY-NC 4.0 (https://nc.example): no commerce; if you agree, add --accept-license",
        "fetch free --to DIR/there # --to takes one ensemble: one of free-80, free-400",
        "fetch free-400 # no digest of it is known, so what comes cannot be checked; --unverified",
        "verify none.pt # no published model is called none.pt",
        "list --frobnicate # --frobnicate",
        "frobnicate # 'frobnicate'",
      })
  void aCommandLineThatCannotBeMeantIsUsage(String line, String fragment) {
    models(line).requireUsage(fragment);
    assertEquals(List.of(), server.asked());
    assertFalse(Files.exists(folder.resolve("cache")));
  }

  @Test
  void withoutACommandTheHelpIsPointedTo() {
    Ended.of("models").requireUsage("Missing required subcommand");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "fetch far-ftp --unverified # far-ftp-1: is published at ftp://far.example/1.pt, and only https and http",
        "fetch far-page --unverified # far-page-1: no address of its file is known; see https://far.example",
        "list --manifest=DIR/none.json # none.json: no such file",
        "list --manifest=DIR # cannot be read",
        "list --manifest=DIR/prose # no manifest of models: line 1",
      })
  void whatCannotBeHadIsSaidInOneLine(String line, String fragment) throws IOException {
    Files.writeString(folder.resolve("prose"), "Call me Ishmael.");
    String given = line.replace("DIR", folder.toString());
    Ended ended =
        line.contains("--manifest") ? Ended.of(("models " + given).split(" ")) : models(given);
    ended.requireInput(fragment);
  }

  @Test
  void aTableListsTheEnsemblesAndWhereTheyAre() {
    models("fetch free-80-1").requireDone();
    models("fetch bound --accept-license").requireDone();
    List<String> rows = models("list").requireDone().out().lines().toList();
    assertEquals("name      family  species  flank  members  licence        here", rows.get(0));
    assertEquals("free-80   free    human    80     2        GPL-3.0        1 of 2", rows.get(1));
    assertEquals("free-400  free    mouse    400    1        GPL-3.0        -", rows.get(2));
    assertEquals(
        "bound     bound   human    80     1        CC BY-NC 4.0*  " + cached("bound"),
        rows.get(3));
    assertEquals(6, rows.size());
  }

  @Test
  void informationHasLicenceDigestsAndAddresses() {
    String out = models("info bound").requireDone().out();
    for (String fact :
        List.of(
            "CC BY-NC 4.0 (https://nc.example): no commerce",
            DigestUtils.sha256Hex(content),
            server.url("/1.pt"),
            "7000")) {
      assertTrue(out.contains(fact), out);
    }
  }

  @Test
  void fetchingPutsFilesIntoTheCacheAndSaysWhere() throws IOException {
    Ended ended = models("fetch free-80").requireDone();
    assertEquals(cached("free/80") + "\n", ended.out());
    assertTrue(ended.err().startsWith("Licence: GPL-3.0 (https://gpl.example)\n"), ended.err());
    assertTrue(ended.err().contains("free-80-2: fetched\n"), ended.err());
    assertArrayEquals(content, Files.readAllBytes(cached("free/80/1.pt")));
    assertTrue(models("fetch free-80").requireDone().err().contains("free-80-2: was there"));
    assertEquals(2, server.asked().size());
  }

  @Test
  void fetchingElsewherePutsAnEnsembleIntoOneFolder() throws IOException {
    Ended ended = models("fetch free-80 --to DIR/there").requireDone();
    assertEquals(folder.resolve("there") + "\n", ended.out());
    assertArrayEquals(content, Files.readAllBytes(folder.resolve("there/2.pt")));
    assertFalse(Files.exists(folder.resolve("cache")));
  }

  @Test
  void fetchingElsewhereKeepsAnotherFileOfTheUsers() throws IOException {
    Path there = Files.createDirectories(folder.resolve("there"));
    Files.writeString(there.resolve("2.pt"), "mine");
    models("fetch free-80 --to DIR/there")
        .requireInput("2.pt: is there, with other bytes than free-80-2; --overwrite replaces it");
    assertEquals("mine", Files.readString(there.resolve("2.pt")));
    assertEquals(List.of(), server.asked());
    Ended ended = models("fetch free-80-2 --to DIR/there --overwrite").requireDone();
    assertEquals(there.resolve("2.pt") + "\n", ended.out(), "the member's file");
    assertArrayEquals(content, Files.readAllBytes(there.resolve("2.pt")));
  }

  @Test
  void verifyingAModelUnderAnothersNameIsAMismatch() throws IOException {
    // 400/1.pt is of another model, and 3.pt of none.
    String other = "{\"name\": \"free-400-1\", \"file\": \"400/x.pt\"";
    Path manifest = folder.resolve("manifest.json");
    Files.writeString(
        manifest,
        Files.readString(manifest)
            .replace("{\"name\": \"free-400-1\", \"file\": \"400/1.pt\"", other));
    Files.write(folder.resolve("x.pt"), content);
    Ended ended = models("verify DIR/x.pt");
    assertEquals(Main.INPUT, ended.code());
    assertTrue(
        ended.out().contains("mismatch: free-80-1 under the name of another model"), ended.out());
    Files.write(folder.resolve("3.pt"), content);
    models("verify DIR/3.pt").requireDone();
  }

  @Test
  void anAcceptedLicenceIsShownAllTheSame() {
    String err = models("fetch bound --accept-licence").requireDone().err();
    assertTrue(err.contains("CC BY-NC 4.0 (https://nc.example): no commerce"), err);
  }

  @Test
  void aFileWithoutADigestSaysWhatCame() {
    String err = models("fetch free-400 --unverified").requireDone().err();
    String digest = DigestUtils.sha256Hex(content);
    assertTrue(err.contains("free-400-1: fetched, unverified, SHA-256 " + digest), err);
    String out = models("verify").requireDone().out();
    assertTrue(out.startsWith("unchecked"), out);
  }

  @Test
  void aFileWithoutADigestIsUncheckedByItsPathToo() {
    server.now(otherBytes());
    models("fetch free-400 --unverified").requireDone();
    for (String what : List.of("free-400", "DIR/cache/free/400/1.pt", "DIR/cache/free")) {
      String out = models("verify " + what).requireDone().out();
      assertTrue(out.startsWith("unchecked  " + cached("free/400/1.pt")), out);
      assertTrue(out.endsWith("free-400-1 by its place; no digest of it is known\n"), out);
    }
  }

  @Test
  void aFolderThatCannotBeReadIsSaidInOneLine() throws IOException {
    Path closed = Files.createDirectories(folder.resolve("mine/closed"));
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
    try {
      assumeFalse(Files.isReadable(closed), "to some users everything is readable");
      models("verify DIR/mine").requireInput("mine: cannot be read, or a folder in it");
    } finally {
      Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void whatTheServerDoesWrongIsOneLineAfterTheLicence() {
    server.now(otherBytes());
    Ended lied = models("fetch free-80-1");
    assertEquals(Main.INPUT, lied.code());
    assertTrue(
        lied.err().contains("splicespark: free-80-1: " + server.url("/80/1.pt")), lied.err());
    assertFalse(Files.exists(cached("free/80/1.pt")));
    server.now(status(404));
    Ended gone = models("fetch free-80-1");
    assertEquals(Main.INPUT, gone.code());
    assertEquals(2, gone.err().lines().count(), gone.err());
    assertTrue(gone.err().contains("the server has no such file (404)"), gone.err());
  }

  @Test
  void verifyingFindsFilesThatChangedOrAreMissing() throws IOException {
    models("fetch free-80").requireDone();
    assertEquals(2, models("verify").requireDone().out().lines().count());
    Files.writeString(cached("free/80/2.pt"), "changed");
    Ended changed = models("verify");
    assertEquals(Main.INPUT, changed.code());
    assertTrue(changed.out().contains("other bytes than free-80-2"), changed.out());
    assertEquals("splicespark: 1 of 2 files is not what was published\n", changed.err());
    Files.delete(cached("free/80/2.pt"));
    Ended missing = models("verify free-80");
    assertEquals(Main.INPUT, missing.code());
    assertTrue(missing.out().contains("splicespark models fetch free-80-2"), missing.out());
    models("verify free-80-1").requireDone();
  }

  @Test
  void verifyingAFileSaysWhichModelItIs() throws IOException {
    Path mine = Files.createDirectories(folder.resolve("mine/empty")).getParent();
    Files.write(mine.resolve("x.pt"), content);
    Files.writeString(mine.resolve("LICENSE"), "none of weights");
    String out = models("verify DIR/mine").requireDone().out();
    assertTrue(out.matches("ok +\\S+/mine/x.pt +free-80-1\n"), out);
    models("verify DIR/mine/empty").requireInput("mine/empty: has no file of weights in it");
    assertEquals("nothing was fetched yet\n", models("verify").requireDone().out());
    Files.writeString(mine.resolve("y"), "nobody's");
    Ended ended = models("verify DIR/mine/y");
    assertEquals(Main.INPUT, ended.code());
    assertTrue(ended.out().contains("no published model"), ended.out());
  }

  @Test
  void aManifestMayBeFetchedToo() throws IOException {
    byte[] manifest = Files.readAllBytes(folder.resolve("manifest.json"));
    try (ModelServer other = new ModelServer(manifest, whole(null), status(404))) {
      String[] line = {"models", "info", "bound", "--manifest", other.url("/m.json")};
      assertTrue(Ended.of(line).requireDone().out().contains("no commerce"));
      Ended.of(line).requireInput("/m.json: cannot be read: the server has no such file (404)");
    }
  }
}

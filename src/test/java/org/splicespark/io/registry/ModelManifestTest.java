package org.splicespark.io.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.splicespark.error.InputException;
import org.splicespark.testing.Reference;

class ModelManifestTest {
  private static final ModelManifest KNOWN = ManifestReader.builtIn();
  private static final String GOOD =
      """
      {"families": [{"name": "f", "origin": "o", "page": "p",
        "licence": {"name": "L", "url": "u"}, "ensembles": [
          {"name": "e", "species": "human", "flank": 80, "models": [
            {"name": "m", "file": "x/m.pt", "bytes": 3, "sha256": "%s", "url": "https://a.org/m.pt"},
            {"name": "n", "file": "x/n.pt"}]}]}]}
      """
          .formatted("0".repeat(64));

  private static String refused(String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    return assertThrows(InputException.class, () -> ManifestReader.parse("it.json", bytes))
        .getMessage();
  }

  @ParameterizedTest
  @CsvSource({
    "openspliceai-mane-10000, ENSEMBLE, 5",
    "openspliceai-mane-80-rs12, MEMBER, 1",
    "openspliceai-mane, FAMILY, 20",
    "openspliceai-mouse-400, ENSEMBLE, 5",
    "openspliceai-zebrafish, FAMILY, 20",
    "openspliceai-honeybee-2000-rs14, MEMBER, 1",
    "openspliceai-arabidopsis, FAMILY, 20",
    "spliceai, ENSEMBLE, 5",
    "pangolin, ENSEMBLE, 12",
    "pangolin-testis-3, MEMBER, 1",
    "ci-spliceai, ENSEMBLE, 1",
  })
  void aNameStandsForAnEnsembleAMemberOrAFamily(String name, NamedModels.Kind kind, int files) {
    NamedModels named = KNOWN.find(name).orElseThrow();
    assertEquals(kind, named.kind());
    assertEquals(files, named.files().size());
  }

  @Test
  void onlyNonCommercialLicencesRestrictUse() {
    for (PublishedFamily family : KNOWN.families()) {
      assertEquals(
          family.licence().name().contains("NC"), family.licence().restrictsUse(), family.name());
    }
  }

  @Test
  void noTwoFilesHaveOneDigestAddressOrPlace() {
    Set<String> seen = new HashSet<>();
    for (PublishedFamily family : KNOWN.families()) {
      for (PublishedFile file : family.files()) {
        assertTrue(seen.add(family.name() + "/" + file.file()), file.name());
        file.digest().ifPresent(digest -> assertTrue(seen.add(digest), file.name()));
        file.address().ifPresent(address -> assertTrue(seen.add(address), file.name()));
        assertEquals(file.bytes() == null, file.sha256() == null, file.name());
        assertTrue(file.address().stream().allMatch(a -> a.endsWith("/" + file.file())), a(file));
      }
    }
  }

  private static String a(PublishedFile file) {
    return file.name() + " " + file.url();
  }

  @ParameterizedTest
  @Tag("golden")
  @ValueSource(strings = {"openspliceai-mane", "spliceai", "pangolin"})
  void theDigestsAreThoseOfThePublishedFiles(String family) throws IOException {
    Path folder = Reference.path("models/" + family);
    List<PublishedFile> files = KNOWN.find(family).orElseThrow().files();
    for (PublishedFile file : files) {
      Path path = folder.resolve(file.file());
      assertEquals(Verdict.GOOD, Verdict.of(file, path), file.name());
      assertEquals(Files.size(path), file.bytes());
      assertEquals(file, KNOWN.withDigest(Verdict.sha256(path)).orElseThrow());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "openspliceai-mane-1000, openspliceai-mane-10000",
    "SpliceAI, spliceai",
    "pangolin-hart-1, pangolin-heart-1",
  })
  void aNameThatIsNotKnownIsNearToOneThatIs(String name, String nearest) {
    assertTrue(KNOWN.find(name).isEmpty());
    assertEquals(nearest, KNOWN.nearest(name).get(0));
    assertEquals(3, KNOWN.nearest(name).size());
  }

  @Test
  void aGoodManifestIsRead() {
    ModelManifest manifest = ManifestReader.parse("it.json", GOOD.getBytes(StandardCharsets.UTF_8));
    NamedModels named = manifest.find("e").orElseThrow();
    assertEquals("f", named.family().name());
    assertFalse(named.files().get(1).digest().isPresent());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"families\" | \"fams\" | it.json: families are missing",
        "\"name\": \"f\" | \"nam\": \"f\" | a family has no name",
        "\"name\": \"f\" | \"name\": \"..\" | .. is no name",
        "\"origin\" | \"from\" | f has no origin",
        "\"page\" | \"site\" | f has no page",
        "\"licence\" | \"license\" | f has no licence",
        "x/n.pt | x/\\\\u0000.pt | n has a file whose name is none here",
        "\"url\": \"u\" | \"to\": \"u\" | f has no licence's url",
        "\"name\": \"n\" | \"name\": \"m\" | m is there twice",
        "x/n.pt | x/m.pt | n has the file of another model: x/m.pt",
        "x/n.pt | y/n.pt | n lies in another folder than the rest of its ensemble",
        "x/n.pt | ../n.pt | n has a file outside its family's folder: ../n.pt",
        "x/n.pt | /n.pt | n has a file outside",
        "x/n.pt | x/../../n.pt | n has a file outside",
        "0000\" | 000g\" | m has a sha256 that is not 64 hexadecimal digits",
        "\"bytes\": 3 | \"bytes\": 0 | m has a length that is none",
        "https://a.org/m.pt | a.org/m.pt | m has no server in its url",
        "https://a.org/m.pt | https://a b/ | m has a url that is none",
        "\"flank\": 80 | \"flank\": \"long\" | line 3: a value of another kind than expected",
        "\"flank\": 80, | \"flank\": 80 | no manifest of models: line 3",
      })
  void aManifestThatIsWrongIsRefusedWithThePlace(String old, String changed, String expected) {
    assertTrue(GOOD.contains(old), old);
    String message = refused(GOOD.replaceFirst(java.util.regex.Pattern.quote(old), changed));
    assertTrue(message.startsWith("it.json: ") && message.contains(expected), message);
    assertEquals(1, message.lines().count());
  }
}

package org.splicespark.io.registry;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.splicespark.error.InputException;

/** Reads manifests: the one of this build, or another. */
public final class ManifestReader {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);

  private ManifestReader() {}

  /** The models that this build knows. */
  public static ModelManifest builtIn() {
    try (InputStream in = ManifestReader.class.getResourceAsStream("manifest.json")) {
      return parse("manifest.json", in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @param fileOrUrl of the local disk, or of a web server
   * @throws InputException if it cannot be read or is no manifest
   */
  public static ModelManifest read(String fileOrUrl, Web web) {
    return fileOrUrl.matches("https?://.*")
        ? parse(fileOrUrl, web.bytes(fileOrUrl))
        : read(Path.of(fileOrUrl));
  }

  private static ModelManifest read(Path file) {
    try {
      return parse(file.toString(), Files.readAllBytes(file));
    } catch (IOException e) {
      throw new InputException(
          file + ": " + (Files.exists(file) ? "cannot be read" : "no such file"), e);
    }
  }

  /**
   * @param origin what messages call it
   * @throws InputException if it is no manifest
   */
  public static ModelManifest parse(String origin, byte[] json) {
    try {
      ModelManifest manifest = JSON.readValue(json, ModelManifest.class);
      new ManifestCheck(origin).require(manifest);
      return manifest;
    } catch (JsonProcessingException e) {
      throw new InputException(origin + ": no manifest of models: " + place(e), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String place(JsonProcessingException e) {
    JsonLocation at = e.getLocation();
    String line = at == null ? "" : "line " + at.getLineNr() + ": ";
    boolean typed = e instanceof JsonMappingException;
    String message = e.getOriginalMessage().lines().findFirst().orElse("");
    return line + (typed ? "a value of another kind than expected: " : "") + message;
  }
}

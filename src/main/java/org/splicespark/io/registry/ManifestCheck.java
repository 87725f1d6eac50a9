package org.splicespark.io.registry;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.splicespark.error.InputException;

/**
 * That a manifest says all that must be said, and nothing that would put a file outside its place.
 *
 * @param origin what messages call the manifest
 */
record ManifestCheck(String origin) {

  /**
   * @throws InputException at the first thing that is wrong
   */
  void require(ModelManifest manifest) {
    require(manifest != null && manifest.families() != null, "families", "are missing");
    Set<String> names = new HashSet<>();
    Set<Path> folders = new HashSet<>();
    for (PublishedFamily family : manifest.families()) {
      requireText("a family", "name", family.name());
      String place = family.name();
      require(family.name().matches("[A-Za-z0-9._-]*[A-Za-z0-9]"), place, "is no name");
      requireText(place, "origin", family.origin());
      requireText(place, "page", family.page());
      requireLicence(place, family.licence());
      requireSome(place, "ensembles", family.ensembles());
      for (PublishedEnsemble ensemble : family.ensembles()) {
        requireText(place, "an ensemble's name", ensemble.name());
        require(names.add(ensemble.name()), ensemble.name(), "is there twice");
        requireText(ensemble.name(), "species", ensemble.species());
        requireFiles(ensemble, names);
        Path folder = Path.of(family.name()).resolve(ensemble.models().get(0).folder());
        require(folders.add(folder), ensemble.name(), "shares its folder with another ensemble");
      }
    }
  }

  private void requireLicence(String place, Licence licence) {
    require(licence != null, place, "has no licence");
    requireText(place, "licence's name", licence.name());
    requireText(place, "licence's url", licence.url());
  }

  private void requireFiles(PublishedEnsemble ensemble, Set<String> names) {
    requireSome(ensemble.name(), "models", ensemble.models());
    Set<Path> files = new HashSet<>();
    for (PublishedFile model : ensemble.models()) {
      requireText(ensemble.name(), "a model's name", model.name());
      String place = model.name();
      require(names.add(place), place, "is there twice");
      requireText(place, "file", model.file());
      Path path = path(place, model.file());
      require(
          !path.isAbsolute() && path.equals(path.normalize()) && !model.file().startsWith(".."),
          place,
          "has a file outside its family's folder: " + model.file());
      require(
          model.folder().equals(ensemble.models().get(0).folder()),
          place,
          "lies in another folder than the rest of its ensemble");
      require(files.add(path), place, "has the file of another model: " + model.file());
      require(
          model.sha256() == null || model.sha256().matches("[0-9a-fA-F]{64}"),
          place,
          "has a sha256 that is not 64 hexadecimal digits");
      require(model.bytes() == null || model.bytes() > 0, place, "has a length that is none");
      requireAddress(place, model.url());
    }
  }

  private Path path(String place, String file) {
    try {
      return Path.of(file);
    } catch (InvalidPathException e) {
      throw new InputException(message(place, "has a file whose name is none here"), e);
    }
  }

  private void requireAddress(String place, String url) {
    try {
      require(url == null || new URI(url).getHost() != null, place, "has no server in its url");
    } catch (URISyntaxException e) {
      throw new InputException(message(place, "has a url that is none: " + url), e);
    }
  }

  private void requireSome(String place, String what, List<?> list) {
    require(list != null && !list.isEmpty() && !list.contains(null), place, "has no " + what);
  }

  private void requireText(String place, String what, String text) {
    require(text != null && !text.isBlank(), place, "has no " + what);
  }

  private void require(boolean right, String place, String wrong) {
    if (!right) {
      throw new InputException(message(place, wrong));
    }
  }

  private String message(String place, String wrong) {
    return origin + ": " + place + " " + wrong;
  }
}

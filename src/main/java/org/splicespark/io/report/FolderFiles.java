package org.splicespark.io.report;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;

/**
 * The files of a folder and of those in it.
 *
 * @param files in the order of their names; not those whose names begin with a point
 * @param unreadable folders that cannot be listed, each with the reason
 */
record FolderFiles(List<Path> files, List<String> unreadable) {
  private static final int DEPTH = 6;

  static FolderFiles of(Path folder) throws IOException {
    FolderFiles found = new FolderFiles(new ArrayList<>(), new ArrayList<>());
    Files.walkFileTree(folder, EnumSet.noneOf(FileVisitOption.class), DEPTH, found.visitor());
    Collections.sort(found.files);
    return found;
  }

  private SimpleFileVisitor<Path> visitor() {
    return new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (Files.isRegularFile(file) && !file.getFileName().toString().startsWith(".")) {
          files.add(file);
        }
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFileFailed(Path file, IOException e) {
        unreadable.add(file + ": cannot be read: " + e.getClass().getSimpleName());
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult postVisitDirectory(Path folder, IOException e) {
        // What could be listed of it is shown.
        return e == null ? FileVisitResult.CONTINUE : visitFileFailed(folder, e);
      }
    };
  }
}

package org.splicespark.io.bigwig;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;

/** Room in memory. */
final class MemoryScratch implements Scratch {
  private final Map<String, ByteArrayOutputStream> files = new HashMap<>();

  @Override
  public OutputStream create(String name) {
    return files.computeIfAbsent(name, n -> new ByteArrayOutputStream());
  }

  @Override
  public InputStream open(String name) {
    return new ByteArrayInputStream(files.get(name).toByteArray());
  }
}

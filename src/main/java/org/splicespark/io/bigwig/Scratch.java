package org.splicespark.io.bigwig;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Room for what must be known before the file can be begun. */
public interface Scratch {

  OutputStream create(String name) throws IOException;

  InputStream open(String name) throws IOException;
}

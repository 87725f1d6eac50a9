package org.splicespark.spark.shards;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.splicespark.spark.HadoopFiles;

/**
 * The folder that a run fills. Until all is done everything lies in a folder of its own inside it;
 * a file is written under its attempt's own name there and renamed when whole, so that a task that
 * dies, or runs twice, leaves nothing that counts.
 *
 * @param name of the output folder
 */
record OutputFolder(HadoopFiles files, String name) implements Serializable {
  private static final String WORK = ".splicespark-unfinished";
  private static final int BUFFER = 1 << 18;

  /** What a file is written to. */
  record Open(DigestStream stream, String file, String attempt) {}

  private String work() {
    return name + "/" + WORK;
  }

  /** Where a finished file of this run waits. */
  String waiting(String file) {
    return work() + "/done/" + file;
  }

  void prepare() throws IOException {
    files.delete(work());
    files.makeFolder(work() + "/done");
  }

  /**
   * @param file its name under the output folder
   * @param attempt tells apart those who write the same file
   */
  Open create(String file, long attempt) throws IOException {
    String own = work() + "/attempt-" + attempt + "/" + file;
    OutputStream raw = files.system(own).create(HadoopFiles.path(own), true);
    return new Open(new DigestStream(new BufferedOutputStream(raw, BUFFER)), file, own);
  }

  /** Makes a file count; its stream is closed. One that counts already stays as it is. */
  WrittenFile commit(Open open) throws IOException {
    String target = waiting(open.file());
    FileSystem system = files.system(target);
    system.mkdirs(HadoopFiles.path(target).getParent());
    if (files.exists(target)) {
      files.delete(open.attempt());
    } else if (!system.rename(HadoopFiles.path(open.attempt()), HadoopFiles.path(target))) {
      throw new IOException("could not rename " + open.attempt() + " to " + target);
    }
    return open.stream().file(open.file());
  }

  /**
   * Opens a finished file of this run.
   *
   * @param position of the byte that is read first
   */
  InputStream open(String file, long position) throws IOException {
    FSDataInputStream in = files.system(waiting(file)).open(HadoopFiles.path(waiting(file)));
    in.seek(position);
    return in;
  }

  /** Puts a finished file where the user looks for it. */
  void publish(String file) throws IOException {
    String target = name + "/" + file;
    files.system(target).mkdirs(HadoopFiles.path(target).getParent());
    files.rename(waiting(file), target);
  }

  void deleteWork() throws IOException {
    files.delete(work());
  }
}

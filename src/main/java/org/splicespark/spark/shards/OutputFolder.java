package org.splicespark.spark.shards;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.splicespark.spark.HadoopFiles;
import org.splicespark.spark.PartStore;

/**
 * The folder that a run fills. Until all is done everything lies in a folder of its own inside it;
 * a file is written under its attempt's own name there and renamed when whole, so that a task that
 * dies, or runs twice, leaves nothing that counts.
 *
 * @param name of the output folder
 * @param store where notes of finished shards are kept, beside their files
 */
record OutputFolder(HadoopFiles files, String name, PartStore<ShardResult> store)
    implements Serializable {
  private static final String WORK = ".splicespark-unfinished";
  private static final String DONE = "done/";
  private static final int BUFFER = 1 << 18;

  /** What a file is written to. */
  record Open(DigestStream stream, String file, String attempt) {}

  static OutputFolder of(HadoopFiles files, String name) {
    return new OutputFolder(files, name, new PartStore<>(files, name + "/" + WORK));
  }

  private String work() {
    return name + "/" + WORK;
  }

  /** A finished file's name as seen from the store. */
  static String done(String file) {
    return DONE + file;
  }

  /** Where a finished file of this run waits. */
  String waiting(String file) {
    return work() + "/" + done(file);
  }

  /**
   * @param file its name under the output folder
   * @param attempt tells apart those who write the same file
   */
  Open create(String file, long attempt) throws IOException {
    store.requireOpen();
    String own = work() + "/" + store.attempt(attempt) + "/" + file;
    OutputStream raw = files.create(own);
    return new Open(new DigestStream(new BufferedOutputStream(raw, BUFFER)), file, own);
  }

  /** True if all files of a shard are as they were written; else they are deleted. */
  boolean keepsAll(ShardResult shard) throws IOException {
    boolean all = true;
    for (WrittenFile file : shard.written()) {
      try (InputStream in = open(file.name(), 0)) {
        all &= DigestUtils.sha256Hex(in).equals(file.sha256());
      }
    }
    for (WrittenFile file : all ? List.<WrittenFile>of() : shard.written()) {
      files.delete(waiting(file.name()));
    }
    return all;
  }

  /**
   * Makes a file count; its stream is closed. One that counts already stays as it is, unless it is
   * of another length: then it is not what was written once.
   */
  WrittenFile commit(Open open) throws IOException {
    store.requireOpen();
    String target = waiting(open.file());
    WrittenFile written = open.stream().file(open.file());
    if (files.exists(target) && files.status(target).getLen() != written.bytes()) {
      files.delete(target);
    }
    FileSystem system = files.system(target);
    system.mkdirs(HadoopFiles.path(target).getParent());
    if (files.exists(target)) {
      files.delete(open.attempt());
    } else if (!system.rename(HadoopFiles.path(open.attempt()), HadoopFiles.path(target))) {
      throw new IOException("could not rename " + open.attempt() + " to " + target);
    }
    return written;
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
}

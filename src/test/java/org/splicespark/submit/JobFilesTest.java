package org.splicespark.submit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.splicespark.cli.Main;
import org.yaml.snakeyaml.Yaml;

/** The job files of {@code submit/} say the same as {@code conf/}, and run this program. */
class JobFilesTest {
  private static final Path SUBMIT = Path.of("submit");
  private static final String JAR = "splicespark-cluster.jar";

  /** What clusters decide by themselves, or by another name in the same file. */
  private static final Set<String> ELSEWHERE =
      Set.of("spark.executor.cores", "spark.executor.memory", "spark.executor.memoryOverhead");

  @Test
  void everySettingHasItsReason() throws IOException {
    assertEquals(List.of(), SparkConf.cpu().withoutReason());
    assertEquals(List.of(), SparkConf.gpu().withoutReason());
    assertTrue(SparkConf.cpu().settings().size() > 6);
    assertEquals("false", SparkConf.gpu().settings().get("spark.speculation"));
    Set<String> missing = new TreeSet<>(SparkConf.cpu().settings().keySet());
    missing.removeAll(SparkConf.gpu().settings().keySet());
    assertEquals(Set.of(), missing, "what holds for CPUs is said for GPUs too");
  }

  @Test
  void emrsStepIsSparkSubmitWithTheSettingsOfConf() throws IOException {
    List<String> arguments = texts(json("emr/step.json").get(0).get("Args"));
    assertEquals("spark-submit", arguments.get(0));
    assertEquals(Main.class.getName(), arguments.get(arguments.indexOf("--class") + 1));
    Map<String, String> confs = new TreeMap<>();
    for (int i = 0; i < arguments.size(); i++) {
      if (arguments.get(i).equals("--conf")) {
        String[] setting = arguments.get(i + 1).split("=", 2);
        confs.put(setting[0], setting[1]);
      }
    }
    assertEquals("1", confs.remove("spark.yarn.maxAppAttempts"));
    confs.keySet().removeIf(key -> key.endsWith(".DJL_CACHE_DIR"));
    assertEquals(SparkConf.cpu().settings(), confs);
    int jar = arguments.indexOf("variant") - 1;
    assertTrue(arguments.get(jar).endsWith("/" + JAR), arguments.get(jar));
    requireWhole(arguments.subList(jar + 1, arguments.size()));
  }

  @Test
  void databricksTaskRunsTheJarWithTheSettingsOfConf() throws IOException {
    JsonNode task = json("databricks/job.json").get("tasks").get(0);
    JsonNode jar = task.get("spark_jar_task");
    assertEquals(Main.class.getName(), jar.get("main_class_name").asText());
    requireWhole(texts(jar.get("parameters")));
    assertTrue(task.get("libraries").get(0).get("jar").asText().endsWith("/" + JAR));
    JsonNode cluster = task.get("new_cluster");
    Map<String, String> confs = new TreeMap<>();
    cluster
        .get("spark_conf")
        .fields()
        .forEachRemaining(setting -> confs.put(setting.getKey(), setting.getValue().asText()));
    assertEquals(less(SparkConf.cpu().settings()), confs);
    String version = cluster.get("spark_version").asText();
    assertTrue(version.endsWith("-scala2.12"), "as the jar of the default line: " + version);
    String script = cluster.get("init_scripts").get(0).get("volumes").get("destination").asText();
    assertTrue(Files.isExecutable(SUBMIT.resolve("databricks").resolve(name(script))), script);
  }

  @Test
  void kubernetesApplicationRunsTheJarOfItsImageWithTheSettingsOfConf() throws IOException {
    Map<String, Object> spec = map(yaml("kubernetes/variant.yaml"), "spec");
    assertEquals(Main.class.getName(), spec.get("mainClass"));
    String inImage = spec.get("mainApplicationFile").toString().replace("local://", "");
    String image = Files.readString(SUBMIT.resolve("kubernetes/Dockerfile"));
    assertTrue(image.contains("COPY " + JAR + " " + inImage + "\n"), inImage);
    requireWhole(((List<?>) spec.get("arguments")).stream().map(Object::toString).toList());
    Map<String, String> cpu = SparkConf.cpu().settings();
    Map<String, String> confs = new TreeMap<>();
    map(spec, "sparkConf").forEach((key, value) -> confs.put(key, (String) value));
    assertEquals(less(cpu), confs);
    Map<String, Object> executor = map(spec, "executor");
    for (String setting : ELSEWHERE) {
      String field = setting.substring("spark.executor.".length());
      assertEquals(cpu.get(setting), executor.get(field).toString(), setting);
    }
  }

  @Test
  void kubernetesImageHasTheSparkThatTheJarIsBuiltFor() throws IOException {
    String version = spec().get("sparkVersion").toString();
    String image = Files.readString(SUBMIT.resolve("kubernetes/Dockerfile"));
    assertTrue(image.contains("ARG SPARK=" + version + "-scala2.12-java17"), version);
    String pom = Files.readString(Path.of("pom.xml"));
    assertTrue(pom.contains("<spark.version>" + version + "</spark.version>"), version);
  }

  @Test
  void kubernetesImageHasTheConnectorOfTheFilesThatItsJobNames() throws IOException {
    boolean s3 = spec().get("arguments").toString().contains("s3a://");
    String image = Files.readString(SUBMIT.resolve("kubernetes/Dockerfile"));
    String pom = Files.readString(Path.of("pom.xml"));
    String hadoop = pom.replaceAll("(?s).*<hadoop.version>([^<]+)<.*", "$1");
    assertTrue(s3 && image.contains("ARG HADOOP=" + hadoop + "\n"), hadoop);
    assertTrue(image.contains("org.apache.hadoop:hadoop-aws:${HADOOP}"));
    assertTrue(image.contains("COPY --from=connectors /connectors/ /opt/spark/jars/\n"));
  }

  private static Map<String, Object> spec() throws IOException {
    return map(yaml("kubernetes/variant.yaml"), "spec");
  }

  /** The example is the one of README.md: variant, with its five paths. */
  private static void requireWhole(List<String> arguments) {
    assertEquals("variant", arguments.get(0));
    List<String> options = new ArrayList<>();
    for (int i = 1; i < arguments.size(); i += 2) {
      options.add(arguments.get(i));
    }
    assertEquals(List.of("-R", "-A", "-m", "-I", "-O"), options);
  }

  private static Map<String, String> less(Map<String, String> settings) {
    Map<String, String> rest = new TreeMap<>(settings);
    rest.keySet().removeAll(ELSEWHERE);
    return rest;
  }

  private static JsonNode json(String name) throws IOException {
    return new ObjectMapper().readTree(SUBMIT.resolve(name).toFile());
  }

  private static Map<String, Object> yaml(String name) throws IOException {
    return new Yaml().load(Files.readString(SUBMIT.resolve(name)));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Map<String, Object> parent, String key) {
    return (Map<String, Object>) parent.get(key);
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}

package org.splicespark;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.Serializable;

/** The arrows of ARCHITECTURE.md. */
@AnalyzeClasses(packages = "org.splicespark", importOptions = ArchitectureTest.MainClasses.class)
class ArchitectureTest {

  /** ArchUnit's own option knows tests by the folder "target", and ours has other names too. */
  static final class MainClasses implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("/test-classes/");
    }
  }

  @ArchTest
  static final ArchRule packagesDependOnlyAlongTheArrows =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .withOptionalLayers(true)
          .layer("cli")
          .definedBy("..cli..")
          .layer("spark")
          .definedBy("org.splicespark.spark..")
          .layer("io")
          .definedBy("org.splicespark.io..")
          .layer("djl")
          .definedBy("..djl..")
          .layer("variant")
          .definedBy("..variant..")
          .layer("predict")
          .definedBy("..splicespark.predict..")
          .layer("dataset")
          .definedBy("..splicespark.dataset..")
          .layer("train")
          .definedBy("..splicespark.train..")
          .layer("calibrate")
          .definedBy("org.splicespark.calibrate..")
          .layer("simulate")
          .definedBy("..splicespark.simulate..")
          .layer("model")
          .definedBy("..splicespark.model..")
          .layer("genome")
          .definedBy("..splicespark.genome..")
          .layer("error")
          .definedBy("..error..")
          .whereLayer("cli")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("spark")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("io")
          .mayOnlyBeAccessedByLayers("cli", "spark")
          .whereLayer("djl")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("variant")
          .mayOnlyBeAccessedByLayers("cli", "spark", "io", "djl")
          .whereLayer("predict")
          .mayOnlyBeAccessedByLayers("cli", "spark", "io")
          .whereLayer("dataset")
          .mayOnlyBeAccessedByLayers("cli", "spark", "io")
          .whereLayer("train")
          .mayOnlyBeAccessedByLayers("cli", "spark", "io", "djl")
          .whereLayer("calibrate")
          .mayOnlyBeAccessedByLayers("cli", "spark", "io", "djl")
          .whereLayer("simulate")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("model")
          .mayOnlyBeAccessedByLayers(
              "cli", "spark", "io", "djl", "variant", "predict", "dataset", "train", "calibrate")
          .whereLayer("genome")
          .mayOnlyBeAccessedByLayers(
              "cli",
              "spark",
              "io",
              "djl",
              "variant",
              "predict",
              "dataset",
              "train",
              "simulate",
              "model");

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("org.splicespark.(*)..").should().beFreeOfCycles();

  @ArchTest static final ArchRule djlStaysInDjl = only("..djl..", "ai.djl..", "net.razorvine..");

  @ArchTest
  static final ArchRule sparkStaysInSparkAndItsStartInCli =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.splicespark.spark..", "org.splicespark.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.spark..", "org.apache.hadoop..", "scala..");

  @ArchTest
  static final ArchRule hadoopAndScalaStayInSpark =
      only("org.splicespark.spark..", "org.apache.hadoop..", "scala..", "org.disq_bio..");

  @ArchTest static final ArchRule htsjdkStaysInIo = only("..io..", "htsjdk..", "io.jhdf..");

  @ArchTest static final ArchRule protobufStaysInIo = only("..io.keras..", "com.google.protobuf..");

  @ArchTest
  static final ArchRule chartsStayInTheirPackage =
      only("..io.picture..", "org.knowm.xchart..", "org.apache.batik..");

  @ArchTest
  static final ArchRule onlyTheRegistrySpeaksHttp = only("..io.registry..", "java.net.http..");

  @ArchTest static final ArchRule picocliStaysInCli = only("..cli..", "picocli..");

  @ArchTest
  static final ArchRule onlyMainExits =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("org.splicespark.cli.Main")
          .should()
          .callMethod(System.class, "exit", int.class)
          .orShould()
          .callMethod(Runtime.class, "exit", int.class)
          .orShould()
          .callMethod(Runtime.class, "halt", int.class);

  @ArchTest
  static final ArchRule namesSayWhatThingsAre =
      noClasses()
          .should()
          .haveSimpleNameEndingWith("Util")
          .orShould()
          .haveSimpleNameEndingWith("Utils")
          .orShould()
          .haveSimpleNameEndingWith("Helper")
          .orShould()
          .haveSimpleNameEndingWith("Manager")
          .orShould()
          .haveSimpleNameEndingWith("Impl")
          .orShould()
          .haveSimpleNameStartingWith("Abstract")
          .orShould()
          .haveSimpleNameStartingWith("Base");

  @ArchTest
  static final ArchRule whatGenesAreMadeOfTravelsBetweenMachines =
      classes()
          .that()
          .resideInAPackage("..splicespark.genome..")
          .and()
          .areRecords()
          .should()
          .beAssignableTo(Serializable.class);

  private static ArchRule only(String home, String... guests) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(home)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(guests);
  }
}

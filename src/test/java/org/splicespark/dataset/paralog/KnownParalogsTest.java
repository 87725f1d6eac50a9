package org.splicespark.dataset.paralog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KnownParalogsTest {
  private final KnownParalogs known =
      new KnownParalogs(
          Map.of(
              "ENSG00000000001", Set.of("ENSG00000000009", "ENSG00000000007", "ENSG00000000003"),
              "ENSG00000000002", Set.of("ENSG00000000008")));

  private final List<String> heldOut =
      List.of("ENSG00000000004", "ENSG00000000002.3", "ENSG00000000001.12");

  @Test
  void aHeldOutGeneWithAParalogAmongTheTrainingGenesIsNamedWithTheFirst() {
    assertEquals(
        List.of(new KnownParalog("ENSG00000000001.12", "ENSG00000000007")),
        known.among(
            heldOut,
            List.of("ENSG00000000009.1", "ENSG00000000007.4"),
            KnownParalogs.Rule.AMONG_TRAINING));
  }

  @Test
  void onRequestAnyParalogCounts() {
    assertEquals(
        List.of(
            new KnownParalog("ENSG00000000002.3", "ENSG00000000008"),
            new KnownParalog("ENSG00000000001.12", "ENSG00000000003")),
        known.among(heldOut, List.of(), KnownParalogs.Rule.ANYWHERE));
  }

  @Test
  void onlyEnsemblsIdentifiersHaveVersions() {
    assertEquals("ENSMUSG00000000001", KnownParalogs.unversioned("ENSMUSG00000000001.5"));
    assertEquals("Y74C9A.3", KnownParalogs.unversioned("Y74C9A.3"));
    assertEquals("BRCA2", KnownParalogs.unversioned("BRCA2"));
  }
}

package org.waymark.access;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The accounts of the demo district, from {@code gis-data/demo/accounts.yaml}. */
final class DemoAccounts {
  /** On loopback only; everywhere else each demo account has a generated one. */
  static final String PASSWORD = "waymark-demo";

  private static final String FILE = "/gis-data/demo/accounts.yaml";

  private DemoAccounts() {}

  @SuppressWarnings("unchecked")
  static List<NewAccount> read() {
    try (InputStream in = DemoAccounts.class.getResourceAsStream(FILE)) {
      Map<String, Object> file =
          (Map<String, Object>) new Load(LoadSettings.builder().build()).loadFromInputStream(in);
      return ((List<Map<String, Object>>) file.get("accounts"))
          .stream().map(DemoAccounts::account).toList();
    } catch (IOException | RuntimeException e) {
      throw new IllegalStateException("cannot read " + FILE + ": " + e.getMessage(), e);
    }
  }

  @SuppressWarnings("unchecked")
  private static NewAccount account(Map<String, Object> row) {
    return new NewAccount(
        (String) row.get("userName"),
        (String) row.get("displayName"),
        Role.of((String) row.get("role")),
        (String) row.get("unit"),
        (List<Integer>) row.get("projects"),
        (List<String>) row.get("townships"));
  }
}

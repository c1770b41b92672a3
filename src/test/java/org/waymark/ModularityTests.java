package org.waymark;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {
  @Test
  void modules_use_only_what_they_may() {
    ApplicationModules.of(WaymarkApplication.class).verify();
  }
}

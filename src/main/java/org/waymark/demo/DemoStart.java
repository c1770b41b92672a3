package org.waymark.demo;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Loads the demo before the product says that it is ready. */
@Component
@Order(0)
@ConditionalOnProperty("waymark.demo")
class DemoStart implements ApplicationRunner {
  private final DemoDistrict demo;

  DemoStart(DemoDistrict demo) {
    this.demo = demo;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    demo.load();
  }
}

package org.waymark.demo;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Loads the demo before the product says that it is ready. */
@Component
@Order(0)
class DemoStart implements ApplicationRunner {
  private final DemoDistrict demo;
  private final boolean wanted;

  DemoStart(DemoDistrict demo, @Value("${waymark.demo}") boolean wanted) {
    this.demo = demo;
    this.wanted = wanted;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (wanted) demo.load();
  }
}

package org.waymark;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.waymark.embedded.EmbeddedDatabase;

@SpringBootApplication
public class WaymarkApplication {
  public static void main(String[] args) {
    SpringApplication application = new SpringApplication(WaymarkApplication.class);
    application.addInitializers(new EmbeddedDatabase());
    application.run(args);
  }
}

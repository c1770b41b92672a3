package org.waymark;

import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.waymark.command.Commands;
import org.waymark.embedded.EmbeddedDatabase;

/** Serves, or runs the one command that the arguments begin with. */
@SpringBootApplication
public class WaymarkApplication {
  public static void main(String[] args) {
    // it would make ready, on a thread of its own, for formats that nothing here speaks
    System.setProperty("spring.backgroundpreinitializer.ignore", "true");
    SpringApplication application = new SpringApplication(WaymarkApplication.class);
    application.addInitializers(new EmbeddedDatabase());
    if (args.length == 0 || args[0].startsWith("--")) {
      application.run(args);
      return;
    }
    application.setWebApplicationType(WebApplicationType.NONE);
    int code;
    try (var context = application.run("--waymark.demo=false")) {
      code = context.getBean(Commands.class).run(List.of(args));
    }
    System.exit(code);
  }
}

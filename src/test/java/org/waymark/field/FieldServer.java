package org.waymark.field;

import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.waymark.WaymarkApplication;
import org.waymark.access.Accounts;
import org.waymark.access.NewAccount;
import org.waymark.access.Role;
import org.waymark.embedded.EmbeddedDatabase;
import org.waymark.footprint.Footprints;
import org.waymark.plan.Plans;
import org.waymark.township.Townships;

/**
 * The application with its own cluster as a process that can be killed; prints where its data lie
 * and its port.
 */
final class FieldServer {
  private FieldServer() {}

  /**
   * @param args the home, and where the footprints lie
   */
  public static void main(String[] args) {
    SpringApplication application = new SpringApplication(WaymarkApplication.class);
    application.addInitializers(new EmbeddedDatabase());
    var context =
        (WebServerApplicationContext)
            application.run(
                "--waymark.home=" + args[0],
                "--server.port=0",
                "--waymark.demo=false",
                "--waymark.first-administrator=false",
                "--waymark.district=" + FieldCast.KEY.districtCode(),
                "--waymark.plan-year=" + FieldCast.KEY.year());
    FieldCast.makeDistrict(context.getBean(Plans.class), context.getBean(Townships.class));
    Accounts accounts = context.getBean(Accounts.class);
    if (accounts.find("crew").isEmpty()) {
      FieldCast.pipe(context.getBean(Footprints.class), 1);
      accounts.create(
          new NewAccount("crew", "王", Role.CREW, null, null, List.of(FieldCast.TOWN)),
          FieldCast.PASSWORD);
    }
    var jdbc = context.getBean(JdbcClient.class);
    String data = jdbc.sql("show data_directory").query(String.class).single();
    System.out.println("data " + data);
    System.out.println("port " + context.getWebServer().getPort());
  }
}

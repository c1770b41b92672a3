package org.waymark.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Makes the first accounts before everything else that starts, and tells the console the address
 * and the passwords once all is ready.
 */
@Component
@ConditionalOnWebApplication
@Order(Ordered.HIGHEST_PRECEDENCE)
class StartAccounts implements ApplicationRunner {
  private final Accounts accounts;
  private final Environment environment;
  private final boolean demo;
  private final boolean firstAdministrator;
  private List<IssuedPassword> toTell = List.of();

  StartAccounts(
      Accounts accounts,
      Environment environment,
      @Value("${waymark.demo}") boolean demo,
      @Value("${waymark.first-administrator}") boolean firstAdministrator) {
    this.accounts = accounts;
    this.environment = environment;
    this.demo = demo;
    this.firstAdministrator = firstAdministrator;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (demo) toTell = accounts.createDemo();
    else if (firstAdministrator) toTell = accounts.createFirstAdministrator().stream().toList();
  }

  @EventListener
  void tell(ApplicationReadyEvent event) {
    if (!demo && !firstAdministrator) return;
    StringBuilder text = new StringBuilder("\n  Waymark 民生实事一张图   " + address() + "\n");
    if (demo) text.append(demoAccounts());
    else toTell.forEach(issued -> text.append(oneTime(issued)));
    toTell = List.of();
    System.out.println(text);
  }

  private String demoAccounts() {
    boolean wellKnown = toTell.stream().allMatch(i -> DemoAccounts.PASSWORD.equals(i.password()));
    if (wellKnown)
      return "  演示数据 demo accounts: "
          + toTell.stream().map(i -> i.account().userName()).collect(Collectors.joining(", "))
          + "\n  密码 password: "
          + DemoAccounts.PASSWORD
          + "\n";
    return toTell.stream()
        .map(
            i ->
                "  %-12s %s%n"
                    .formatted(
                        i.account().userName(),
                        i.password() == null ? "密码见首次启动 (told at its first start)" : i.password()))
        .collect(Collectors.joining("", "  演示账号，密码只显示这一次 demo accounts, told only now:\n", ""));
  }

  private static String oneTime(IssuedPassword issued) {
    return "  管理员 administrator: %s%n  一次性密码，只显示这一次 one-time password, told only now: %s%n"
        .formatted(issued.account().userName(), issued.password());
  }

  private String address() {
    String bind = environment.getRequiredProperty("server.address");
    boolean everywhere;
    try {
      everywhere = InetAddress.getByName(bind).isAnyLocalAddress();
    } catch (UnknownHostException e) {
      everywhere = false;
    }
    String host = everywhere ? "localhost" : bind.contains(":") ? "[" + bind + "]" : bind;
    String scheme = environment.containsProperty("server.ssl.bundle") ? "https" : "http";
    return scheme + "://" + host + ":" + environment.getProperty("local.server.port") + "/";
  }
}

package org.waymark.live;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;
import org.waymark.access.AccountNews;
import org.waymark.plan.Plans;

/**
 * The one connection of this instance that hears what all instances commit. A lost one is opened
 * again, and what was missed meanwhile is read from the database. Stops before the server does, for
 * its streams would hold that up.
 */
@Component
@ConditionalOnWebApplication
class Listening implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Listening.class);
  private static final int QUIET_MS = 10_000;
  private static final int ANSWER_SECONDS = 5;
  private static final long FIRST_PAUSE_MS = 100;
  private static final long LONGEST_PAUSE_MS = 5_000;
  static final String APPLICATION_NAME = "waymark live";

  private final Streams streams;
  private final ApplicationEventPublisher events;
  private final Duration batch;
  private final String district;
  private final String url;
  private final Properties properties = new Properties();
  private volatile boolean running;
  private volatile Connection connection;
  private int failures;
  private List<Thread> threads = List.of();

  Listening(
      Streams streams,
      LiveSettings settings,
      Plans plans,
      ApplicationEventPublisher events,
      @Value("${spring.datasource.url}") String url,
      @Value("${spring.datasource.username}") String user,
      @Value("${spring.datasource.password}") String password) {
    this.streams = streams;
    this.events = events;
    this.batch = settings.batch();
    this.district = plans.currentKey().districtCode();
    this.url = url;
    properties.setProperty("user", user);
    properties.setProperty("password", password);
    properties.setProperty("ApplicationName", APPLICATION_NAME);
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("connectTimeout", "10");
  }

  private interface Work {
    void run() throws InterruptedException;
  }

  @Override
  public void start() {
    running = true;
    streams.begin();
    threads = List.of(thread("live-listening", this::listen), thread("live-heartbeat", this::beat));
    threads.forEach(Thread::start);
  }

  private static Thread thread(String name, Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
              }
            },
            name);
    thread.setDaemon(true);
    return thread;
  }

  private void beat() throws InterruptedException {
    while (running) {
      Thread.sleep(streams.heartbeat().toMillis());
      streams.beat();
    }
  }

  private void listen() throws InterruptedException {
    while (running) {
      try (Connection opened = DriverManager.getConnection(url, properties)) {
        connection = opened;
        hear(opened);
      } catch (SQLException | DataAccessException lost) {
        events.publishEvent(new AccountNews(false, null));
        pause(lost);
      }
    }
  }

  private void hear(Connection opened) throws SQLException, InterruptedException {
    LiveQueries queries =
        new LiveQueries(JdbcClient.create(new SingleConnectionDataSource(opened, true)));
    queries.listen();
    // whatever was committed meanwhile was not heard
    events.publishEvent(new AccountNews(true, null));
    for (LiveTopic topic : LiveTopic.values())
      events.publishEvent(new LiveHeard(topic, null, true));
    streams.stand(queries.listRevisions(district));
    if (failures > 0) LOG.info("hears the database again");
    failures = 0;
    PGConnection notices = opened.unwrap(PGConnection.class);
    while (running) {
      PGNotification[] first = notices.getNotifications(QUIET_MS);
      if (first == null || first.length == 0) {
        if (!opened.isValid(ANSWER_SECONDS)) throw new SQLException("no answer");
        continue;
      }
      List<Notice> heard = new ArrayList<>(ours(first));
      Thread.sleep(batch.toMillis());
      heard.addAll(ours(notices.getNotifications()));
      if (heard.isEmpty()) continue;
      heard.forEach(this::publish);
      streams.tell(heard);
    }
  }

  /** Before the pages hear of it, so that they read nothing older. */
  private void publish(Notice notice) {
    Places places = notice.places();
    events.publishEvent(new LiveHeard(notice.topic(), places.boxes(), places.ground()));
  }

  private List<Notice> ours(PGNotification[] notifications) {
    if (notifications == null) return List.of();
    for (PGNotification notification : notifications)
      if (notification.getName().equals(AccountNews.CHANNEL)) tellAccount(notification);
    return Arrays.stream(notifications)
        .map(notification -> Notice.find(notification.getParameter()))
        .flatMap(Optional::stream)
        .filter(notice -> notice.district().equals(district))
        .toList();
  }

  private void tellAccount(PGNotification notification) {
    String[] words = notification.getParameter().split(" ");
    if (words[0].equals(district))
      events.publishEvent(new AccountNews(true, Long.valueOf(words[1])));
  }

  private void pause(Exception lost) throws InterruptedException {
    if (!running) return;
    if (failures == 0) LOG.warn("does not hear the database: {}", lost.getMessage());
    long pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS << Math.min(failures, 10));
    failures++;
    Thread.sleep(pause);
  }

  @Override
  public void stop() {
    running = false;
    streams.close();
    threads.forEach(Thread::interrupt);
    try {
      if (connection != null) connection.abort(Runnable::run);
      for (Thread thread : threads) thread.join(ANSWER_SECONDS * 1000L);
    } catch (SQLException | InterruptedException e) {
      LOG.debug("stopping", e);
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}

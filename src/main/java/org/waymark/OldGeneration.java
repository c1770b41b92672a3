package org.waymark;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryNotificationInfo;
import java.lang.management.MemoryPoolMXBean;
import java.util.Optional;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The serial collector lets the old generation grow to a quarter of the machine before it looks
 * there for what is no longer used. This has it look whenever the old generation grew by a fifth.
 * Other collectors do so by themselves.
 */
@Component
class OldGeneration {
  private static final String SERIAL = "Tenured Gen";
  private static final long LEAST_BYTES = 8L << 20;

  @EventListener(ApplicationReadyEvent.class)
  void keepSmall() {
    Optional<MemoryPoolMXBean> old =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getName().equals(SERIAL))
            .findFirst();
    old.ifPresent(
        pool -> {
          var memory = (NotificationEmitter) ManagementFactory.getMemoryMXBean();
          memory.addNotificationListener((news, nothing) -> collect(pool, news), null, null);
          expectGrowth(pool);
        });
  }

  private static void collect(MemoryPoolMXBean pool, Notification news) {
    if (!news.getType().equals(MemoryNotificationInfo.MEMORY_THRESHOLD_EXCEEDED)) return;
    System.gc();
    expectGrowth(pool);
  }

  private static void expectGrowth(MemoryPoolMXBean pool) {
    long used = pool.getUsage().getUsed();
    long most = pool.getUsage().getMax();
    pool.setUsageThreshold(Math.min(most, used + Math.max(LEAST_BYTES, used / 5)));
  }
}

package org.waymark.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Accounts by id, read once and kept until they change: on this instance until the change has
 * committed, before it is answered; on others until its notice is heard. Nothing is kept while
 * notices are not heard.
 */
@Component
class KeptAccounts {
  private static final int MOST = 10_000;
  private final AccountQueries queries;
  private final Cache<Long, SignedIn> kept = Caffeine.newBuilder().maximumSize(MOST).build();
  private boolean hearing;
  private long changes;

  KeptAccounts(AccountQueries queries) {
    this.queries = queries;
  }

  Optional<SignedIn> find(String district, long id) {
    SignedIn known = kept.getIfPresent(id);
    if (known != null) return Optional.of(known);
    long before = changes();
    Optional<SignedIn> read = queries.find(district, id);
    read.ifPresent(account -> keep(account, before));
    return read;
  }

  /** The account as it is now; null where only the database would tell. */
  SignedIn findKept(long id) {
    return kept.getIfPresent(id);
  }

  private synchronized long changes() {
    return changes;
  }

  /** What was read before a change is not kept after it. */
  private synchronized void keep(SignedIn account, long before) {
    if (hearing && changes == before) kept.put(account.account().id(), account);
  }

  @EventListener
  synchronized void on(AccountNews news) {
    hearing = news.hearing();
    drop(news.accountId());
  }

  private synchronized void drop(Long id) {
    changes++;
    if (id == null) kept.invalidateAll();
    else kept.invalidate(id);
  }

  /** To be told by whoever changes an account, in the transaction that does. */
  void change(long id) {
    if (!TransactionSynchronizationManager.isSynchronizationActive())
      throw new IllegalStateException("account " + id + " changed outside a transaction");
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCompletion(int status) {
            drop(id);
          }
        });
  }
}

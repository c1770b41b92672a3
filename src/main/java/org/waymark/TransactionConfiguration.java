package org.waymark;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAttribute;
import org.springframework.transaction.interceptor.TransactionAttributeSource;

/**
 * Transactions are looked for in our own classes, and there only in those that carry the
 * annotation: at a start, asking each method of each bean costs more than anything else.
 */
@Configuration(proxyBeanMethods = false)
class TransactionConfiguration {
  @Bean
  static BeanPostProcessor ownTransactions() {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof TransactionAttributeSource all ? new Own(all) : bean;
      }
    };
  }

  private record Own(TransactionAttributeSource all) implements TransactionAttributeSource {
    @Override
    public boolean isCandidateClass(Class<?> type) {
      return type.getName().startsWith("org.waymark.") && carries(type);
    }

    private static boolean carries(Class<?> type) {
      if (type == null || type == Object.class) return false;
      return marked(type)
          || Stream.of(type.getDeclaredMethods()).anyMatch(Own::marked)
          || Stream.of(type.getInterfaces()).anyMatch(Own::carries)
          || carries(type.getSuperclass());
    }

    private static boolean marked(AnnotatedElement element) {
      return element.isAnnotationPresent(Transactional.class);
    }

    @Override
    public TransactionAttribute getTransactionAttribute(Method method, Class<?> type) {
      return all.getTransactionAttribute(method, type);
    }
  }
}

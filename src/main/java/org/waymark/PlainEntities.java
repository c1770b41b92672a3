package org.waymark;

import java.util.Map;
import org.hibernate.boot.registry.StandardServiceInitiator;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.bytecode.internal.none.BytecodeProviderImpl;
import org.hibernate.bytecode.spi.BytecodeProvider;
import org.hibernate.service.spi.ServiceContributor;
import org.hibernate.service.spi.ServiceRegistryImplementor;

/**
 * Our entities point at none another, so that Hibernate needs no classes of its own making: those,
 * and the library that makes them, would cost at each start. Whoever maps an association that is
 * read when it is touched is told so at the first touch.
 */
public class PlainEntities implements ServiceContributor {
  @Override
  public void contribute(StandardServiceRegistryBuilder registry) {
    registry.addInitiator(
        new StandardServiceInitiator<BytecodeProvider>() {
          @Override
          public BytecodeProvider initiateService(
              Map<String, Object> settings, ServiceRegistryImplementor known) {
            return new BytecodeProviderImpl();
          }

          @Override
          public Class<BytecodeProvider> getServiceInitiated() {
            return BytecodeProvider.class;
          }
        });
  }
}

package com.mailup.keycloak.mailqueue;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The SPI by which a feature adds its kind of mail. */
public final class MailDeliverySpi implements Spi {

    @Override
    public boolean isInternal() {
        return true;
    }

    @Override
    public String getName() {
        return "mailup-mail-delivery";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return MailDelivery.class;
    }

    @Override
    public Class<? extends ProviderFactory<?>> getProviderFactoryClass() {
        return MailDeliveryFactory.class;
    }
}

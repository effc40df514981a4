package com.mailup.keycloak.mailjob;

import org.keycloak.provider.ProviderFactory;

/** Makes mail queues. */
public interface MailQueueFactory extends ProviderFactory<MailQueue> {}

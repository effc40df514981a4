package com.mailup.keycloak.mailqueue;

import org.keycloak.provider.ProviderFactory;

/** Makes mail queues. */
public interface MailQueueFactory extends ProviderFactory<MailQueue> {}

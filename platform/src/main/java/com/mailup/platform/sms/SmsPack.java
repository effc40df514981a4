package com.mailup.platform.sms;

import java.time.Instant;

/** Credits bought together. */
public record SmsPack(long id, int credits, int remaining, Instant endsAt) {}

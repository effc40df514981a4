package com.mailup.platform.testbed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A clock that a test moves: so many seconds ahead as a file says. In a jar of its own, never in the platform's. */
@AutoConfiguration
@ConditionalOnProperty("PLATFORM_TIME_OFFSET")
public class TimeTravel {

    @Bean
    @Primary
    Clock travellingClock(@Value("${PLATFORM_TIME_OFFSET}") Path offset) {
        return new Ahead(offset);
    }

    private static final class Ahead extends Clock {

        private final Path offset;

        private Ahead(Path offset) {
            this.offset = offset;
        }

        @Override
        public Instant instant() {
            try {
                return Instant.now().plusSeconds(Long.parseLong(Files.readString(offset)));
            } catch (IOException e) {
                throw new IllegalStateException("No offset to travel by", e);
            }
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}

package com.mailup.platform;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The platform that people sign in to. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableAsync
@EnableScheduling
public class Platform {

    public static void main(String[] arguments) {
        SpringApplication.run(Platform.class, arguments);
    }

    /** All that has to do with time asks this clock. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}

package com.mailup.platform;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The platform that people sign in to. */
@SpringBootApplication
public class Platform {

    public static void main(String[] arguments) {
        SpringApplication.run(Platform.class, arguments);
    }
}

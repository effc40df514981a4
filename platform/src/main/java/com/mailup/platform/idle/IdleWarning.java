package com.mailup.platform.idle;

import java.time.Duration;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells every page after how long without a request its session ends, and how long before that it is to warn. */
@ControllerAdvice
class IdleWarning {

    private static final Duration LEAD_TIME = Duration.ofMinutes(2);

    /** In seconds. */
    @ModelAttribute("idleLimit")
    long limit() {
        return IdleFilter.TIMEOUT.toSeconds();
    }

    @ModelAttribute("idleMinutes")
    long minutes() {
        return IdleFilter.TIMEOUT.toMinutes();
    }

    /** In seconds. */
    @ModelAttribute("idleWarning")
    long warning() {
        return LEAD_TIME.toSeconds();
    }
}

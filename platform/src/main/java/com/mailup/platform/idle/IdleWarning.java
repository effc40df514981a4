package com.mailup.platform.idle;

import java.time.Duration;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells every page when its session ends, in seconds without a request, and how long before that it is to warn. */
@ControllerAdvice
class IdleWarning {

    private static final Duration LEAD_TIME = Duration.ofMinutes(2);

    @ModelAttribute("idleLimit")
    long limit() {
        return IdleFilter.TIMEOUT.toSeconds();
    }

    @ModelAttribute("idleWarning")
    long warning() {
        return LEAD_TIME.toSeconds();
    }
}

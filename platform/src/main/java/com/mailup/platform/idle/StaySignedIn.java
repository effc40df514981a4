package com.mailup.platform.idle;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * The request of the button on the warning. Like any request it keeps the session alive, so that nothing else is to be
 * done.
 */
@Controller
class StaySignedIn {

    @PostMapping("/resta-collegato")
    ResponseEntity<Void> stay() {
        return ResponseEntity.noContent().build();
    }
}

package com.mailup.platform.idle;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/** What the button of the warning asks for: a request as good as any other, so nothing else is to be done. */
@Controller
class StaySignedIn {

    @PostMapping("/resta-collegato")
    ResponseEntity<Void> stay() {
        return ResponseEntity.noContent().build();
    }
}

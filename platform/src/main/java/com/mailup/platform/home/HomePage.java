package com.mailup.platform.home;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The home page: it leads to the login and to the trial. */
@Controller
class HomePage {

    @GetMapping("/")
    String home() {
        return "home";
    }

    /** Keycloak's registration by the standard's own parameter; the trial's first login ends on its landing. */
    @GetMapping("/prova")
    String startTrial() {
        return "redirect:/oauth2/authorization/mailup?landing=plan&prompt=create";
    }

    /** Keycloak said no, or the answer belongs to no login of this browser: one may try again. */
    @GetMapping("/accesso-non-riuscito")
    String failed() {
        return "login-failed";
    }
}

package com.mailup.platform.sms;

import com.mailup.platform.account.Account;
import com.mailup.platform.account.SignedIn;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A placeholder for the sending of SMS: a test message costs one credit and is not sent. */
@Controller
class SmsSending {

    private final SmsCredits credits;

    SmsSending(SmsCredits credits) {
        this.credits = credits;
    }

    @PostMapping("/abbonamento/sms")
    String send(@SignedIn Account account, RedirectAttributes next) {
        boolean sent = account.plan().usable() && credits.spend(account.id(), 1);
        next.addFlashAttribute("notice", sent ? "sms.sent" : "sms.none");
        return "redirect:/abbonamento#sms";
    }
}

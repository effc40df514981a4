package com.mailup.platform.page;

import java.util.regex.Pattern;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where a form leads once it is saved: to the purchase it was asked for, and nowhere else that a link may say.
 *
 * @param page without the slash before it; empty: none
 */
public record Then(String page) {

    private static final Pattern KNOWN = Pattern.compile("acquisto/[a-z0-9-]{1,32}");

    /** None of anything that is not known. */
    public static Then parse(String asked) {
        return new Then(KNOWN.matcher(asked).matches() ? asked : "");
    }

    /**
     * On to the purchase, else back to the subscription, which tells that it is done.
     *
     * @param told message key
     */
    public String redirect(RedirectAttributes next, String told) {
        if (!page.isEmpty()) {
            return "redirect:/" + page;
        }
        next.addFlashAttribute("told", told);
        return "redirect:/abbonamento";
    }
}

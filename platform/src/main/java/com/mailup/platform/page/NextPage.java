package com.mailup.platform.page;

import java.util.regex.Pattern;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where a form leads once it is saved: to the purchase it was asked for, and nowhere else that a link may say.
 *
 * @param page without the slash before it; empty: none
 */
public record NextPage(String page) {

    /** Name of the request parameter that holds it. */
    public static final String PARAMETER = "next";

    private static final Pattern KNOWN = Pattern.compile("acquisto/[a-z0-9-]{1,32}");

    /** None of anything that is not known. */
    public static NextPage parse(String asked) {
        return new NextPage(KNOWN.matcher(asked).matches() ? asked : "");
    }

    /**
     * On to the purchase, else back to the subscription, which tells that it is done.
     *
     * @param notice message key
     */
    public String redirect(RedirectAttributes flash, String notice) {
        if (!page.isEmpty()) {
            return "redirect:/" + page;
        }
        flash.addFlashAttribute("notice", notice);
        return "redirect:/abbonamento";
    }
}

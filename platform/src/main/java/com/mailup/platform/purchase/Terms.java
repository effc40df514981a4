package com.mailup.platform.purchase;

import com.mailup.platform.account.Account;
import com.mailup.platform.service.AdditionalServices;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What time a payment of this moment buys. */
@Component
class Terms {

    private final AdditionalServices services;

    Terms(AdditionalServices services) {
        this.services = services;
    }

    /** Of an edition or a service from the end of the present one; SMS credits have ends of their own. */
    Optional<Term> of(Account buyer, Product product, Instant now) {
        return switch (product.kind()) {
            case EDITION -> Optional.of(Term.next(buyer, now));
            case SERVICE ->
                Optional.of(
                        Term.of(services.end(buyer.id(), product.code(), now).orElse(now)));
            case SMS -> Optional.empty();
        };
    }
}
